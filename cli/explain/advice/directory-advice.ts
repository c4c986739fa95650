import { type AdviceByRule, advice } from './advice.ts'

const tenantWide =
  'Have an administrator create it with a delegated token, which has no such limit.'

/** What goes wrong with the objects of agent identities in Microsoft Graph. */
export const directoryAdvice: AdviceByRule = {
  'BLUEPRINT-SPONSOR': advice(
    'The request names no sponsor. Applications and administrators of agents must name one.',
    'Send sponsors@odata.bind with the address of a user.',
  ),
  'BLUEPRINT-PROPERTY': advice(
    'The body is that of an ordinary application, not of a blueprint.',
    'Leave out publicClient, spa and isFallbackPublicClient.',
  ),
  'BLUEPRINT-LIMIT': advice(
    'Scripts created blueprints without a user, and deleted ones count for 30 days.',
    tenantWide,
  ),
  'BLUEPRINT-URI': advice(
    'Another application of the tenant has the URI.',
    'Use api:// with the appId of this application.',
  ),
  'PRINCIPAL-BLUEPRINT': advice(
    'The appId belongs to an ordinary application, or is the object id of the blueprint.',
    'Send the appId of the blueprint.',
  ),
  'PRINCIPAL-APPLICATION': advice(
    'The application does not exist, is deleted, or belongs to another tenant and is not multitenant.',
    'Check the appId, and signInAudience in its home tenant.',
  ),
  'PRINCIPAL-SINGLE': advice(
    'The principal already exists, often because a script ran twice.',
    'Treat this answer as success, and look up the principal by its appId.',
  ),
  'PRINCIPAL-PROPERTY': advice(
    'The body names servicePrincipalNames.',
    'Leave the property out; the names follow from the blueprint.',
  ),
  'PRINCIPAL-HARD-DELETE': advice(
    'A clean-up script empties the deleted items.',
    'Leave blueprint principals there. They disappear after 30 days.',
  ),
  'SPONSOR-KIND': advice(
    'The request names a service principal, an agent user or a plain security group.',
    'Name users, Microsoft 365 groups or groups with dynamic membership.',
  ),
  'SPONSOR-LIMIT': advice(
    'The request names more than 100 sponsors, or more than five groups.',
    'Put people in one group, and name the group.',
  ),
  'INHERIT-RESOURCE': advice(
    'The request names the resource by its URI or display name.',
    'Send the appId of the resource.',
  ),
  'INHERIT-SINGLE': advice(
    'The blueprint already has an entry for this resource.',
    'Change it: PATCH inheritablePermissions/{resourceAppId}.',
  ),
  'INHERIT-LIMIT': advice(
    'The blueprint already names ten resources.',
    'Grant the others to each agent identity.',
  ),
  'AGENT-CREATOR-AGENT': advice(
    'The call uses the token of an agent identity.',
    'Use the token of the blueprint, without fmi_path, or of an administrator.',
  ),
  'AGENT-CREATOR-BLUEPRINT': advice(
    'The token belongs to another blueprint than agentIdentityBlueprintId.',
    'Use the token of the blueprint in agentIdentityBlueprintId.',
  ),
  'AGENT-CREATOR-SELF': advice(
    'An ordinary application holds AgentIdentity.CreateAsManager.',
    'Grant it AgentIdentity.Create.All, or create the agent identity as the blueprint.',
  ),
  'AGENT-CREDENTIALS': advice(
    'The request adds a secret or key to an agent identity, which cannot have one.',
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
    'The request names no sponsor. Applications and administrators of agents must name one.',
    'Send sponsors@odata.bind with the address of a user.',
  ),
  'AGENT-LIMIT': advice(
    'Scripts created agent identities without a user, and deleted ones count for 30 days.',
    tenantWide,
  ),
  'AGENTUSER-PARENT': advice(
    'identityParentId is not an agent identity of the tenant.',
    'Send the object id of the agent identity. Wait a few seconds after you create it.',
  ),
  'AGENTUSER-SINGLE': advice(
    'The agent identity already has an agent user.',
    'Look it up: filter users/microsoft.graph.agentUser on identityParentId.',
  ),
  'AGENTUSER-DOMAIN': advice(
    'The user principal name ends in a domain of another tenant.',
    'Use a verified domain from GET /domains.',
  ),
  'AGENTUSER-NAME': advice(
    'Another user already has this user principal name.',
    'Choose another name before the @.',
  ),
  'OWNER-KIND': advice(
    'The owner is a group or an application.',
    'Name a user or a service principal. Groups can be sponsors.',
  ),
  'PASSWORD-KNOWN': advice(
    'The secret is already removed, or its keyId belongs to another application.',
    'Use a keyId from passwordCredentials.',
  ),
  'KEY-PROOF': advice(
    'There is no valid certificate yet, or the proof is for another audience, issuer or time.',
    'Set the first certificate with PATCH keyCredentials. Sign proofs that are valid for at most ten minutes.',
  ),
  'KEY-KNOWN': advice(
    'The key is already removed, or its keyId belongs to another application.',
    'Use a keyId from keyCredentials.',
  ),
  'KEY-CERTIFICATE': advice(
    'The key is a private key, is truncated, or has another type or usage.',
    'Send the certificate in base64, type AsymmetricX509Cert, usage Verify.',
  ),
  'FEDERATION-NAME': advice(
    'The name has spaces, begins with a punctuation mark, or has fewer than three characters.',
    'Use letters, digits, hyphens and underscores.',
  ),
  'FEDERATION-AUDIENCE': advice(
    'audiences is empty or holds several values.',
    'Send exactly one: api://AzureADTokenExchange in the public cloud.',
  ),
  'FEDERATION-ISSUER': advice(
    'The issuer begins or ends with a space.',
    'Trim it. Entra compares it character by character.',
  ),
  'FEDERATION-NAME-FIXED': advice(
    'A change names the credential otherwise than its path.',
    'Leave name out, or remove the credential and add one with the new name.',
  ),
  'FEDERATION-SUBJECT': advice(
    'The credential has both subject and claimsMatchingExpression, or neither.',
    'Send one and leave the other out. Expressions need the beta version.',
  ),
  'FEDERATION-EXPRESSION': advice(
    'The expression has another operator than eq, matches and and, or languageVersion is not 1.',
    "Write conditions such as claims['sub'] matches 'repo:contoso/*' and join them with and.",
  ),
  'FEDERATION-CLAIMS': advice(
    'The issuer takes no expressions, or the expression lacks a claim that the issuer needs.',
    "For GitHub add claims['repository_id'] eq '…' or claims['repository_owner_id'] eq '…'.",
  ),
  'FEDERATION-NAME-SINGLE': advice(
    'The application already has a credential with this name.',
    'Change the existing one, or create with PATCH by name and Prefer: create-if-missing.',
  ),
  'FEDERATION-SINGLE': advice(
    'The application already has a credential with this issuer and subject under another name.',
    'Use that credential, or change it.',
  ),
  'FEDERATION-LIMIT': advice(
    'The application already has twenty federated identity credentials.',
    'Remove unused ones.',
  ),
  'ROLE-KNOWN': advice(
    'appRoleId is the id of the scope with the same name, or belongs to another resource.',
    'Use an id from appRoles of the resource principal.',
  ),
  'ROLE-RESOURCE': advice(
    'resourceId is an agent identity.',
    'Use the principal of its blueprint as the resource.',
  ),
  'ROLE-MEMBER': advice(
    'The role allows applications alone, and the principal is a user or a group; or the other way round.',
    'Look at allowedMemberTypes of the role, or declare both User and Application.',
  ),
  'ROLE-BLOCKED': advice(
    'The permission is one that no agent identity can have.',
    'Choose a narrower one, or use the blueprint or a user for this task.',
  ),
  'ROLE-SINGLE': advice(
    'The role is already assigned, often because a script ran twice.',
    'Treat this answer as success.',
  ),
  'GRANT-PARTIES': advice(
    'clientId, resourceId or principalId is an application id, or belongs to an object that was just created.',
    'Send object ids of principals and users, and retry for a minute.',
  ),
  'GRANT-BLOCKED': advice(
    'The scope is one that no agent identity can have.',
    'Choose a narrower one.',
  ),
  'GRANT-SINGLE': advice(
    'The client already has a grant for this resource.',
    'Add the scope to it: PATCH oauth2PermissionGrants/{id}.',
  ),
}
