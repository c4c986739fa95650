import { captured, documented, inferred } from '../evidence.ts'
import { agentErrorCodes, graphRefusal, graphRefusals, publishedBodies } from './graph-refusals.ts'

type NewBlueprint = {
  readonly hasSponsor: boolean
  readonly incompatible: readonly string[]
  readonly isAppOnly: boolean
  readonly madeAppOnly: number
}

export const blueprintPropertyIsCompatible = graphRefusal<Pick<NewBlueprint, 'incompatible'>>({
  id: 'BLUEPRINT-PROPERTY',
  title: 'A blueprint has no public client properties',
  error: 'AgentBlueprint_IncompatibleProperty',
  message: ({ incompatible }) =>
    `The property '${incompatible[0]}' is incompatible with Agent Blueprints.`,
  evidence: agentErrorCodes,
  assumed: ['status'],
  broken: ({ incompatible }) => incompatible.length > 0,
})

/** In the order of enforcement. */
export const newBlueprintRules = [
  blueprintPropertyIsCompatible,
  ...graphRefusals<NewBlueprint>([
    {
      id: 'BLUEPRINT-SPONSOR',
      title: 'A new blueprint has a sponsor',
      error: 'Request_BadRequest',
      message: () => 'No sponsor specified. Please provide at least one sponsor.',
      evidence: captured('github.com/microsoft/Agent365-devTools/issues/28 and 141'),
      broken: ({ hasSponsor }) => !hasSponsor,
    },
    {
      id: 'BLUEPRINT-LIMIT',
      title: 'A tenant holds at most 250 blueprints that applications created without a user',
      error: 'AgentBlueprint_LimitExceeded',
      message: () => 'The number of Agent Blueprints in the tenant exceeds the limit of 250.',
      evidence: agentErrorCodes,
      assumed: ['status'],
      broken: ({ isAppOnly, madeAppOnly }) => isAppOnly && madeAppOnly >= 250,
    },
  ]),
]

type NewUris = { readonly taken: readonly string[] }

export const identifierUriIsFree = graphRefusal<NewUris>({
  id: 'BLUEPRINT-URI',
  title: 'An application ID URI belongs to one application of a tenant',
  error: 'Request_BadRequest',
  message: ({ taken }) =>
    `Another object with the same value for property identifierUris already exists: ${taken[0]}.`,
  evidence: publishedBodies,
  broken: ({ taken }) => taken.length > 0,
})

type NewInheritance = {
  readonly resourceAppId: string
  readonly isGuid: boolean
  readonly exists: boolean
  readonly count: number
}

/** In the order of enforcement. */
export const newInheritanceRules = graphRefusals<NewInheritance>([
  {
    id: 'INHERIT-RESOURCE',
    title: 'An inheritable permission names its resource by a GUID',
    error: 'Request_BadRequest',
    message: ({ resourceAppId }) => `The resourceAppId '${resourceAppId}' is not a GUID.`,
    evidence: documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/beta/api/agentidentityblueprint-post-inheritablepermissions.md',
    ),
    assumed: ['error'],
    broken: ({ isGuid }) => !isGuid,
  },
  {
    id: 'INHERIT-SINGLE',
    title: 'A blueprint has one inheritable permission for a resource',
    error: 'Request_MultipleObjectsWithSameKeyValue',
    message: ({ resourceAppId }) => `An entry for the resource ${resourceAppId} already exists.`,
    evidence: documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/beta/api/agentidentityblueprint-post-inheritablepermissions.md',
    ),
    assumed: ['error'],
    broken: ({ exists }) => exists,
  },
  {
    id: 'INHERIT-LIMIT',
    title: 'A blueprint has inheritable permissions for at most ten resources',
    error: 'Request_BadRequest',
    message: () => 'The number of resource applications exceeds the limit of 10.',
    evidence: documented(
      'MicrosoftDocs/entra-docs docs/agent-id/configure-inheritable-permissions-blueprints.md',
    ),
    answerEvidence: inferred('the page states the limit, not the answer'),
    broken: ({ count }) => count >= 10,
  },
])
