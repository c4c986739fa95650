import { type AdviceByRule, advice } from './advice.ts'

const tenantWide =
  'Let an administrator create it with a delegated token, to which the limit does not apply.'

/** What goes wrong with the objects of agent identities in Microsoft Graph. */
export const directoryAdvice: AdviceByRule = {
  'BLUEPRINT-SPONSOR': advice(
    'An application, or an administrator of agents, named no sponsor.',
    'Send sponsors@odata.bind with the address of a user.',
  ),
  'BLUEPRINT-PROPERTY': advice(
    'The body of an ordinary application was sent for a blueprint.',
    'Leave out publicClient, spa and isFallbackPublicClient.',
  ),
  'BLUEPRINT-LIMIT': advice(
    'Scripts made blueprints without a user, and deleted ones count for 30 days.',
    tenantWide,
  ),
  'BLUEPRINT-URI': advice(
    'Another application of the tenant has the URI.',
    'Use api:// with the appId of this application.',
  ),
  'PRINCIPAL-BLUEPRINT': advice(
    'The appId is of an ordinary application, or is the object id of the blueprint.',
    'Send the appId of the blueprint.',
  ),
  'PRINCIPAL-APPLICATION': advice(
    'The application does not exist, is deleted, or is of another tenant and not meant for several.',
    'Look at the appId, and at signInAudience in its home tenant.',
  ),
  'PRINCIPAL-SINGLE': advice(
    'The principal is there already, often because a script ran twice.',
    'Take this answer for done, and look it up by its appId.',
  ),
  'PRINCIPAL-PROPERTY': advice(
    'The body names servicePrincipalNames.',
    'Leave the property out; the names follow from the blueprint.',
  ),
  'PRINCIPAL-HARD-DELETE': advice(
    'A clean-up deletes everything from the deleted items.',
    'Leave blueprint principals there: they go after 30 days.',
  ),
  'SPONSOR-KIND': advice(
    'A service principal, an agent user or a plain security group was named.',
    'Name users, Microsoft 365 groups or groups with dynamic membership.',
  ),
  'SPONSOR-LIMIT': advice(
    'More than 100 sponsors, or more than five groups among them.',
    'Put people into one group, and name the group.',
  ),
  'INHERIT-RESOURCE': advice(
    'The resource was named by its URI or its display name.',
    'Send the appId of the resource.',
  ),
  'INHERIT-SINGLE': advice(
    'The blueprint has an entry for this resource already.',
    'Change it: PATCH inheritablePermissions/{resourceAppId}.',
  ),
  'INHERIT-LIMIT': advice(
    'Ten resources are named already.',
    'Grant the others to each agent identity.',
  ),
  'AGENT-CREATOR-AGENT': advice(
    'The call was made with the token of an agent identity.',
    'Use the token of the blueprint, without fmi_path, or of an administrator.',
  ),
  'AGENT-CREATOR-BLUEPRINT': advice(
    'The token is of another blueprint than agentIdentityBlueprintId names.',
    'Use the token of the blueprint that is meant.',
  ),
  'AGENT-CREATOR-SELF': advice(
    'An ordinary application holds AgentIdentity.CreateAsManager.',
    'Give it AgentIdentity.Create.All, or let the blueprint do it.',
  ),
  'AGENT-CREDENTIALS': advice(
    'A secret or key was sent for an agent identity, which has none of its own.',
    'Add the credential to its blueprint.',
  ),
  'AGENT-PARENT': advice(
    'agentIdentityBlueprintId is not the appId of a blueprint.',
    'Send the appId of the blueprint, not the object id of its principal.',
  ),
  'AGENT-PARENT-PRINCIPAL': advice(
    'The blueprint was created through Microsoft Graph, which makes no principal for it.',
    'Create the principal first: POST servicePrincipals/microsoft.graph.agentIdentityBlueprintPrincipal.',
  ),
  'AGENT-SPONSOR': advice(
    'An application, or an administrator of agents, named no sponsor.',
    'Send sponsors@odata.bind with the address of a user.',
  ),
  'AGENT-LIMIT': advice(
    'Scripts made agent identities without a user, and deleted ones count for 30 days.',
    tenantWide,
  ),
  'AGENTUSER-PARENT': advice(
    'identityParentId is no agent identity of the tenant.',
    'Send the object id of the agent identity; after its creation wait some seconds.',
  ),
  'AGENTUSER-SINGLE': advice(
    'The agent identity has an agent user already.',
    'Look it up: users/microsoft.graph.agentUser with a filter on identityParentId.',
  ),
  'AGENTUSER-DOMAIN': advice(
    'The user principal name ends in a domain that is not of this tenant.',
    'Take a verified one from GET /domains.',
  ),
  'AGENTUSER-NAME': advice(
    'Another user has the user principal name.',
    'Choose another name before the @.',
  ),
  'PASSWORD-KNOWN': advice(
    'The secret was removed before, or its keyId is of another application.',
    'Take the keyId from passwordCredentials.',
  ),
  'KEY-PROOF': advice(
    'There is no valid certificate yet, or the proof is for another audience, issuer or time.',
    'Set the first certificate with PATCH keyCredentials; sign proofs for at most ten minutes.',
  ),
  'KEY-KNOWN': advice(
    'The key was removed before, or its keyId is of another application.',
    'Take the keyId from keyCredentials.',
  ),
  'KEY-CERTIFICATE': advice(
    'The key is a private key, is cut, or has another type or usage.',
    'Send the certificate in base64, type AsymmetricX509Cert, usage Verify.',
  ),
  'FEDERATION-NAME': advice(
    'The name has spaces, begins with a mark, or is shorter than three characters.',
    'Use letters, digits, hyphens and underscores.',
  ),
  'FEDERATION-AUDIENCE': advice(
    'audiences is empty or holds several values.',
    'Send one: api://AzureADTokenExchange in the public cloud.',
  ),
  'FEDERATION-ISSUER': advice(
    'A space was copied along with the issuer.',
    'Trim it; it is compared character by character.',
  ),
  'FEDERATION-SINGLE': advice(
    'The application has this name, or this issuer and subject, already.',
    'Take this answer for done, or change the one that is there.',
  ),
  'FEDERATION-LIMIT': advice(
    'Twenty federated identity credentials are there already.',
    'Remove those that nobody uses.',
  ),
  'ROLE-KNOWN': advice(
    'appRoleId is the id of the scope of the same name, or of another resource.',
    'Take it from appRoles of the principal of the resource.',
  ),
  'ROLE-RESOURCE': advice(
    'resourceId is an agent identity.',
    'Use the principal of its blueprint as the resource.',
  ),
  'ROLE-BLOCKED': advice(
    'The permission is one of those that no agent identity gets.',
    'Choose a narrower one, or let the blueprint or a user do it.',
  ),
  'ROLE-SINGLE': advice(
    'The role was assigned before, often because a script ran twice.',
    'Take this answer for done.',
  ),
  'GRANT-PARTIES': advice(
    'clientId, resourceId or principalId is an application id, or of an object made a moment ago.',
    'Send object ids of principals and users, and repeat for a minute.',
  ),
  'GRANT-BLOCKED': advice(
    'The scope is one of those that no agent identity gets.',
    'Choose a narrower one.',
  ),
  'GRANT-SINGLE': advice(
    'The client has a grant for this resource already.',
    'Add the scope to it: PATCH oauth2PermissionGrants/{id}.',
  ),
}
