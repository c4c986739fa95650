import { captured, documented, inferred, library } from '../evidence.ts'
import type { RefusalRule } from '../rule.ts'
import { graphRule, publishedBodies } from './graph-rule.ts'

type PresentedToken = {
  readonly hasToken: boolean
  readonly isGenuine: boolean
  readonly issuerIsTenant: boolean
  readonly audienceIsGraph: boolean
  readonly isInTime: boolean
}

export const graphTokenIsPresent = graphRule<PresentedToken>({
  id: 'GRAPH-TOKEN-PRESENT',
  title: 'A directory request carries a bearer token',
  error: 'InvalidAuthenticationToken',
  status: 401,
  message: () => 'Access token is empty.',
  evidence: publishedBodies,
  broken: ({ hasToken }) => !hasToken,
})

export const graphTokenIsGenuine = graphRule<PresentedToken>({
  id: 'GRAPH-TOKEN-GENUINE',
  title: 'A directory request carries a token with a valid signature',
  error: 'InvalidAuthenticationToken',
  status: 401,
  message: () => 'Signing key is invalid.',
  evidence: publishedBodies,
  assumed: ['error'],
  broken: ({ isGenuine }) => !isGenuine,
})

export const graphTokenIssuerIsTenant = graphRule<PresentedToken>({
  id: 'GRAPH-TOKEN-ISSUER',
  title: 'A token for the directory is issued by the tenant that it names',
  error: 'InvalidAuthenticationToken',
  status: 401,
  message: () => 'Access token validation failure. Invalid issuer.',
  evidence: inferred('the audience is refused in these words; no capture shows the issuer'),
  broken: ({ issuerIsTenant }) => !issuerIsTenant,
})

export const graphTokenAudienceIsGraph = graphRule<PresentedToken>({
  id: 'GRAPH-TOKEN-AUDIENCE',
  title: 'A token for the directory is issued for Microsoft Graph',
  error: 'InvalidAuthenticationToken',
  status: 401,
  message: () => 'Access token validation failure. Invalid audience.',
  evidence: publishedBodies,
  broken: ({ audienceIsGraph }) => !audienceIsGraph,
})

export const graphTokenIsInTime = graphRule<PresentedToken>({
  id: 'GRAPH-TOKEN-TIME',
  title: 'A token for the directory has not expired',
  error: 'InvalidAuthenticationToken',
  status: 401,
  message: () => 'Lifetime validation failed, the token is expired.',
  evidence: publishedBodies,
  broken: ({ isInTime }) => !isInTime,
})

export const graphCallerIsKnown = graphRule<{ readonly callerFound: boolean }>({
  id: 'GRAPH-CALLER',
  title: 'The application that asks the directory has a principal there',
  error: 'Authorization_IdentityNotFound',
  status: 401,
  message: () => 'The identity of the calling application could not be established.',
  evidence: library('microsoft/Agent365-devTools pull request 409'),
  assumed: ['status'],
  broken: ({ callerFound }) => !callerFound,
})

type Permission = {
  readonly needed: readonly string[]
  readonly isGranted: boolean
  readonly writesAgents: boolean
  readonly broadScopes: readonly string[]
  readonly roleSuffices: boolean
}

export const broadScopesDoNotWriteAgents = graphRule<Permission>({
  id: 'GRAPH-BROAD-SCOPE',
  title: 'A token with Directory.AccessAsUser.All does not change agent objects',
  error: 'Authorization_RequestDenied',
  status: 403,
  message: ({ broadScopes }) =>
    `The permission ${broadScopes.join(', ')} is not supported for this operation on agent objects. Insufficient privileges to complete the operation.`,
  evidence: documented(
    'microsoftgraph/microsoft-graph-docs-contrib includes/rbac-for-apis/rbac-agentid-apis-write.md',
  ),
  assumed: ['error'],
  broken: ({ writesAgents, broadScopes }) => writesAgents && broadScopes.length > 0,
})

export const permissionIsGranted = graphRule<Permission>({
  id: 'GRAPH-PERMISSION',
  title: 'A directory operation needs one of its permissions',
  error: 'Authorization_RequestDenied',
  status: 403,
  message: () => 'Insufficient privileges to complete the operation.',
  evidence: captured('github.com/microsoft/Agent365-devTools/issues/28'),
  broken: ({ isGranted }) => !isGranted,
})

export const directoryRoleSuffices = graphRule<Permission>({
  id: 'GRAPH-DIRECTORY-ROLE',
  title: 'A user who changes agent objects holds a directory role for agents or owns them',
  error: 'Authorization_RequestDenied',
  status: 403,
  message: () => 'Insufficient privileges to complete the operation.',
  evidence: documented('MicrosoftDocs/entra-docs docs/agent-id/create-blueprint.md'),
  assumed: ['error', 'status'],
  broken: ({ writesAgents, roleSuffices }) => writesAgents && !roleSuffices,
})

export const callerRules = [
  graphTokenIsPresent,
  graphTokenIsGenuine,
  graphTokenIssuerIsTenant,
  graphTokenAudienceIsGraph,
  graphTokenIsInTime,
  graphCallerIsKnown,
  broadScopesDoNotWriteAgents,
  permissionIsGranted,
  directoryRoleSuffices,
] satisfies readonly RefusalRule[]
