/** What Microsoft Graph says in every tenant: its paths, types, error codes and members. */

/** The words of lists that are parted by spaces. */
export const split = (...lists: readonly string[]) => lists.flatMap((list) => list.split(' '))

export const graphWords: readonly string[] = split(
  'beta applications servicePrincipals users groups directory directoryObjects deletedItems restore owners sponsors ' +
    'members memberOf me organization domains auditLogs signIns $ref $value $batch $metadata $entity $count ' +
    'addPassword removePassword addKey removeKey federatedIdentityCredentials inheritablePermissions ' +
    'appRoleAssignments appRoleAssignedTo oauth2PermissionGrants agentIdentities agentIdentityBlueprints',
  'microsoft.graph.agentIdentityBlueprint microsoft.graph.agentIdentityBlueprintPrincipal ' +
    'microsoft.graph.agentIdentity microsoft.graph.agentUser microsoft.graph.application ' +
    'microsoft.graph.servicePrincipal microsoft.graph.user microsoft.graph.group',
  'AgentBlueprintPrincipal_IncompatibleProperty AgentBlueprintPrincipal_RequireAgentBlueprint ' +
    'AgentBlueprint_IncompatibleProperty AgentBlueprint_LimitExceeded ' +
    'AgentIdentity_AgentBlueprintPrincipalDoesNotExist AgentIdentity_CredentialsNotSupported ' +
    'AgentIdentity_IncompatibleParentType AgentIdentity_LimitExceeded Authorization_IdentityNotFound ' +
    'Authorization_RequestDenied BadRequest Directory_ExpiredPageToken Directory_QuotaExceeded ' +
    'Error_AgentBlueprintCannotCreateAssociatedIdentity ' +
    'Error_AgentIdentitiesCreatingAgentIdentitiesNotAllowed Error_AgentIdentitySelfCreateRequired ' +
    'InvalidAuthenticationToken RequestEntityTooLarge Request_BadRequest ' +
    'Request_MultipleObjectsWithSameKeyValue Request_ResourceNotFound Request_UnsupportedQuery ' +
    'Forbidden TooManyRequests UnknownError',
  'eq ne and or startswith desc asc any appId eventual 4.0 odata.metadata=minimal odata.streaming=true ' +
    'create-if-missing AzureADMyOrg AzureADMultipleOrgs ServiceIdentity Application ServicePrincipal Group User ' +
    'AllPrincipals Principal AsymmetricX509Cert Verify Sign',
)

export const graphParameters: readonly string[] = split(
  '$select $filter $top $count $expand $orderby $search $skiptoken',
)
export const graphRequestHeaders: readonly string[] = split('consistencylevel prefer odata-version')
export const graphAnswerHeaders: readonly string[] = split(
  'request-id odata-version location preference-applied',
)

/** By treatment: ids and words, what people call things, opaque values, sets, credentials. */
export const graphMembers = {
  text:
    '@odata.type @odata.context code id appId appOwnerOrganizationId agentIdentityBlueprintId principalId resourceId ' +
    'clientId appRoleId servicePrincipalType signInAudience createdByAppId principalType consentType request-id ' +
    'client-request-id innerError error subject type usage accountEnabled appRoleAssignmentRequired isEnabled ' +
    'isDefault isVerified isFallbackPublicClient status kind identityParentId',
  personal:
    'displayName description mail userPrincipalName mailNickname givenName surname notes uniqueName hint ' +
    'principalDisplayName resourceDisplayName adminConsentDisplayName adminConsentDescription ' +
    'userConsentDisplayName userConsentDescription jobTitle publisherDomain publisherName',
  shape:
    'createdDateTime deletedDateTime startDateTime endDateTime keyId customKeyIdentifier key @odata.nextLink ' +
    'tenantId info web spa api publicClient optionalClaims verifiedPublisher parentalControlSettings scope',
  secret: 'secretText',
  date: 'date',
  prose: 'message',
  number: '@odata.count',
  set:
    'value tags identifierUris servicePrincipalNames audiences passwordCredentials keyCredentials ' +
    'oauth2PermissionScopes appRoles allowedMemberTypes verifiedDomains assignedPlans assignedLicenses ' +
    'requiredResourceAccess resourceAccess owners sponsors details',
} as const
