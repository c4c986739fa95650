import { documented } from '../evidence.ts'
import { agentErrorCodes, graphRefusal, graphRefusals, publishedBodies } from './graph-refusals.ts'

type NewPrincipal = {
  readonly appId: string
  readonly applicationFound: boolean
  readonly isBlueprint: boolean
  readonly wantsBlueprint: boolean
  readonly exists: boolean
  readonly incompatible: readonly string[]
}

export const principalPropertyIsCompatible = graphRefusal<
  Pick<NewPrincipal, 'wantsBlueprint' | 'incompatible'>
>({
  id: 'PRINCIPAL-PROPERTY',
  title: 'The service principal names of a blueprint principal are read-only',
  error: 'AgentBlueprintPrincipal_IncompatibleProperty',
  message: ({ incompatible }) =>
    `The property '${incompatible[0]}' is incompatible with Agent Blueprint Principals.`,
  evidence: agentErrorCodes,
  assumed: ['status'],
  broken: ({ wantsBlueprint, incompatible }) => wantsBlueprint && incompatible.length > 0,
})

export const principalIsSingle = graphRefusal<Pick<NewPrincipal, 'appId' | 'exists'>>({
  id: 'PRINCIPAL-SINGLE',
  title: 'An application has one principal in a tenant',
  error: 'Request_MultipleObjectsWithSameKeyValue',
  message: ({ appId }) =>
    `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
  evidence: publishedBodies,
  broken: ({ exists }) => exists,
})

/** In the order of enforcement. */
export const newPrincipalRules = [
  ...graphRefusals<NewPrincipal>([
    {
      id: 'PRINCIPAL-BLUEPRINT',
      title: 'A blueprint principal belongs to a blueprint',
      error: 'AgentBlueprintPrincipal_RequireAgentBlueprint',
      message: ({ appId }) => `The application '${appId}' is not an Agent Blueprint.`,
      evidence: agentErrorCodes,
      assumed: ['status'],
      broken: ({ wantsBlueprint, isBlueprint }) => wantsBlueprint && !isBlueprint,
    },
    {
      id: 'PRINCIPAL-APPLICATION',
      title: 'A principal belongs to an application that can be used in the tenant',
      error: 'Request_BadRequest',
      message: ({ appId }) =>
        `The appId '${appId}' of the service principal does not reference a valid application object.`,
      evidence: publishedBodies,
      broken: ({ wantsBlueprint, applicationFound }) => !wantsBlueprint && !applicationFound,
    },
  ]),
  principalPropertyIsCompatible,
  principalIsSingle,
]

export const principalIsNotHardDeleted = graphRefusal<{ readonly isPrincipal: boolean }>({
  id: 'PRINCIPAL-HARD-DELETE',
  title: 'A blueprint principal cannot be deleted permanently',
  error: 'Request_BadRequest',
  message: () => 'Permanent deletion of Agent Blueprint Principals is not supported.',
  evidence: documented(
    'MicrosoftDocs/entra-docs docs/agent-id/cascade-deletion-agent-identities.md',
  ),
  assumed: ['error', 'status'],
  broken: ({ isPrincipal }) => isPrincipal,
})

export const ownersFit = graphRefusal<{ readonly unfit: readonly string[] }>({
  id: 'OWNER-KIND',
  title: 'Owners are users or service principals',
  error: 'Request_BadRequest',
  message: ({ unfit }) => `The object '${unfit[0]}' cannot be an owner.`,
  evidence: documented(
    'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/agentidentityblueprint-post-owners.md',
  ),
  assumed: ['error', 'status'],
  broken: ({ unfit }) => unfit.length > 0,
})

type Sponsors = {
  readonly unfit: readonly string[]
  readonly count: number
  readonly groups: number
}

/** In the order of enforcement. */
export const sponsorRules = graphRefusals<Sponsors>([
  {
    id: 'SPONSOR-KIND',
    title: 'Sponsors are users, dynamic groups or Microsoft 365 groups',
    error: 'Request_BadRequest',
    message: ({ unfit }) => `The object '${unfit[0]}' cannot be a sponsor.`,
    evidence: documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/agentidentity-post-sponsors.md',
    ),
    assumed: ['error', 'status'],
    broken: ({ unfit }) => unfit.length > 0,
  },
  {
    id: 'SPONSOR-LIMIT',
    title: 'An object has at most 100 sponsors, five of them groups',
    error: 'Request_BadRequest',
    message: () => 'The number of sponsors exceeds the limit.',
    evidence: documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/agentidentity-post-sponsors.md',
    ),
    assumed: ['error', 'status'],
    broken: ({ count, groups }) => count > 100 || groups > 5,
  },
])
