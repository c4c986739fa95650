import { captured, documented, inferred, library } from '../evidence.ts'
import { graphRefusal, graphRefusals, publishedBodies } from './graph-refusals.ts'

type PresentedToken = {
  readonly hasToken: boolean
  readonly isGenuine: boolean
  readonly issuerIsTenant: boolean
  readonly audienceIsGraph: boolean
  readonly isInTime: boolean
}

/** In the order of enforcement. */
export const graphTokenRules = graphRefusals<PresentedToken>([
  {
    id: 'GRAPH-TOKEN-PRESENT',
    title: 'A directory request carries a bearer token',
    error: 'InvalidAuthenticationToken',
    message: () => 'Access token is empty.',
    evidence: publishedBodies,
    broken: ({ hasToken }) => !hasToken,
  },
  {
    id: 'GRAPH-TOKEN-GENUINE',
    title: 'A directory request carries a token with a valid signature',
    error: 'InvalidAuthenticationToken',
    message: () => 'Signing key is invalid.',
    evidence: publishedBodies,
    assumed: ['error'],
    broken: ({ isGenuine }) => !isGenuine,
  },
  {
    id: 'GRAPH-TOKEN-ISSUER',
    title: 'The issuer of a directory token is the tenant that the token names',
    error: 'InvalidAuthenticationToken',
    message: () => 'Access token validation failure. Invalid issuer.',
    evidence: inferred('the audience is refused in these words; no capture shows the issuer'),
    broken: ({ issuerIsTenant }) => !issuerIsTenant,
  },
  {
    id: 'GRAPH-TOKEN-AUDIENCE',
    title: 'The audience of a directory token is Microsoft Graph',
    error: 'InvalidAuthenticationToken',
    message: () => 'Access token validation failure. Invalid audience.',
    evidence: publishedBodies,
    broken: ({ audienceIsGraph }) => !audienceIsGraph,
  },
  {
    id: 'GRAPH-TOKEN-TIME',
    title: 'A directory token has not expired',
    error: 'InvalidAuthenticationToken',
    message: () => 'Lifetime validation failed, the token is expired.',
    evidence: publishedBodies,
    broken: ({ isInTime }) => !isInTime,
  },
])

export const graphCallerIsKnown = graphRefusal<{ readonly callerFound: boolean }>({
  id: 'GRAPH-CALLER',
  title: 'The application that calls the directory has a principal there',
  error: 'Authorization_IdentityNotFound',
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

/** In the order of enforcement. */
export const permissionRules = graphRefusals<Permission>([
  {
    id: 'GRAPH-BROAD-SCOPE',
    title: 'A token with Directory.AccessAsUser.All does not change agent objects',
    error: 'Authorization_RequestDenied',
    message: ({ broadScopes }) =>
      `The permission ${broadScopes.join(', ')} is not supported for this operation on agent objects. Insufficient privileges to complete the operation.`,
    evidence: documented(
      'microsoftgraph/microsoft-graph-docs-contrib includes/rbac-for-apis/rbac-agentid-apis-write.md',
    ),
    assumed: ['error'],
    broken: ({ writesAgents, broadScopes }) => writesAgents && broadScopes.length > 0,
  },
  {
    id: 'GRAPH-PERMISSION',
    title: 'A directory operation needs one of its permissions',
    error: 'Authorization_RequestDenied',
    message: () => 'Insufficient privileges to complete the operation.',
    evidence: captured('github.com/microsoft/Agent365-devTools/issues/28'),
    broken: ({ isGranted }) => !isGranted,
  },
  {
    id: 'GRAPH-DIRECTORY-ROLE',
    title: 'A user who changes agent objects holds a directory role for agents or owns them',
    error: 'Authorization_RequestDenied',
    message: () => 'Insufficient privileges to complete the operation.',
    evidence: documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/includes/rbac-for-apis/rbac-agentid-apis-write.md',
    ),
    assumed: ['error', 'status'],
    broken: ({ writesAgents, roleSuffices }) => writesAgents && !roleSuffices,
  },
])
