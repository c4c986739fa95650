/** The status that comes with each `error.code` of Microsoft Graph, as captured or documented. */
export const statusOfGraphCode = {
  BadRequest: 400,
  InvalidAuthenticationToken: 401,
  Request_BadRequest: 400,
  Request_ResourceNotFound: 404,
  Request_UnsupportedQuery: 400,
  Request_MultipleObjectsWithSameKeyValue: 409,
  Directory_ExpiredPageToken: 400,
  Directory_QuotaExceeded: 403,
  InvalidFederatedIdentityCredentialValue: 400,
  InternalServerError: 500,
  RequestEntityTooLarge: 413,
  MaximumValueExceeded: 400,
  Authorization_RequestDenied: 403,
  Authorization_IdentityNotFound: 401,
  AgentBlueprint_LimitExceeded: 403,
  AgentBlueprint_IncompatibleProperty: 400,
  AgentBlueprintPrincipal_IncompatibleProperty: 400,
  AgentBlueprintPrincipal_RequireAgentBlueprint: 400,
  AgentIdentity_LimitExceeded: 403,
  AgentIdentity_AgentBlueprintPrincipalDoesNotExist: 400,
  AgentIdentity_CredentialsNotSupported: 400,
  AgentIdentity_IncompatibleParentType: 400,
  Error_AgentBlueprintCannotCreateAssociatedIdentity: 403,
  Error_AgentIdentitiesCreatingAgentIdentitiesNotAllowed: 403,
  Error_AgentIdentitySelfCreateRequired: 403,
} as const

/** The `error.code` member of an error answer of Microsoft Graph. */
export type GraphErrorCode = keyof typeof statusOfGraphCode
