import { documented, library } from '../evidence.ts'
import { graphRefusal, graphRefusals, publishedBodies } from './graph-refusals.ts'

const overview =
  'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/resources/agentid-platform-overview.md'

type NewAssignment = {
  readonly roleFound: boolean
  readonly memberFits: boolean
  readonly resourceIsAgent: boolean
  readonly blocked: readonly string[]
  readonly exists: boolean
}

/** In the order of enforcement. */
export const newAssignmentRules = graphRefusals<NewAssignment>([
  {
    id: 'ROLE-RESOURCE',
    title: 'An agent identity has no roles to assign',
    error: 'Request_BadRequest',
    message: () => 'Agent identities cannot be the resource of an app role assignment.',
    evidence: documented(
      'MicrosoftDocs/entra-docs docs/agent-id/identity-platform/preview-known-issues.md',
    ),
    assumed: ['error', 'status'],
    broken: ({ resourceIsAgent }) => resourceIsAgent,
  },
  {
    id: 'ROLE-KNOWN',
    title: 'An assigned role exists on its resource',
    error: 'Request_BadRequest',
    message: () => 'Permission being assigned was not found on application',
    evidence: publishedBodies,
    broken: ({ roleFound, resourceIsAgent }) => !roleFound && !resourceIsAgent,
  },
  {
    id: 'ROLE-MEMBER',
    title: 'A role is assigned only to the kinds of members that it allows',
    error: 'Request_BadRequest',
    message: () => 'The role cannot be assigned to a principal of this type.',
    evidence: documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/resources/approle.md',
    ),
    assumed: ['error', 'status'],
    broken: ({ memberFits, resourceIsAgent }) => !memberFits && !resourceIsAgent,
  },
  {
    id: 'ROLE-BLOCKED',
    title: 'An agent identity gets no application permission that is blocked for agents',
    error: 'Request_BadRequest',
    message: ({ blocked }) => `The permission ${blocked[0]} cannot be granted to agent identities.`,
    evidence: documented(overview),
    assumed: ['error', 'status'],
    broken: ({ blocked }) => blocked.length > 0,
  },
  {
    id: 'ROLE-SINGLE',
    title: 'A principal holds a role only once',
    error: 'Request_BadRequest',
    message: () => 'Permission being assigned already exists on the object',
    evidence: publishedBodies,
    broken: ({ exists }) => exists,
  },
])

type NewGrant = {
  readonly partiesFound: boolean
  readonly blocked: readonly string[]
  readonly exists: boolean
}

const grantPartiesAreKnown = graphRefusal<NewGrant>({
  id: 'GRANT-PARTIES',
  title: 'The client, resource and user of a permission grant exist in the tenant',
  error: 'Request_BadRequest',
  message: () => 'Principal was not found.',
  evidence: library('microsoft/entrabot scripts/create_entra_agent_ids.py retries on this text'),
  assumed: ['error'],
  broken: ({ partiesFound }) => !partiesFound,
})

export const grantedScopesAreAllowed = graphRefusal<Pick<NewGrant, 'blocked'>>({
  id: 'GRANT-BLOCKED',
  title: 'An agent identity gets no delegated permission that is blocked for agents',
  error: 'Request_BadRequest',
  message: ({ blocked }) => `The permission ${blocked[0]} cannot be granted to agent identities.`,
  evidence: documented(overview),
  assumed: ['error', 'status'],
  broken: ({ blocked }) => blocked.length > 0,
})

const grantIsNew = graphRefusal<NewGrant>({
  id: 'GRANT-SINGLE',
  title: 'A client has one permission grant for a resource and consent type',
  error: 'Request_MultipleObjectsWithSameKeyValue',
  message: () => 'Permission entry already exists.',
  evidence: library('microsoft/entrabot, a test fixture'),
  broken: ({ exists }) => exists,
})

/** In the order of enforcement. */
export const newGrantRules = [grantPartiesAreKnown, grantedScopesAreAllowed, grantIsNew]
