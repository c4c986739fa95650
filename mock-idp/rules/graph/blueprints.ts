import { captured, documented, inferred } from '../evidence.ts'
import type { RefusalRule } from '../rule.ts'
import { graphRule, publishedBodies } from './graph-rule.ts'

const errorCodes = 'MicrosoftDocs/entra-docs docs/agent-id/error-codes.md'

type NewBlueprint = {
  readonly hasSponsor: boolean
  readonly incompatible: readonly string[]
  readonly isAppOnly: boolean
  readonly madeAppOnly: number
}

export const blueprintHasSponsor = graphRule<NewBlueprint>({
  id: 'BLUEPRINT-SPONSOR',
  title: 'A blueprint is created with a sponsor',
  error: 'Request_BadRequest',
  status: 400,
  message: () => 'No sponsor specified. Please provide at least one sponsor.',
  evidence: captured('github.com/microsoft/Agent365-devTools/issues/28 and 141'),
  broken: ({ hasSponsor }) => !hasSponsor,
})

export const blueprintPropertyIsCompatible = graphRule<Pick<NewBlueprint, 'incompatible'>>({
  id: 'BLUEPRINT-PROPERTY',
  title: 'A blueprint has no properties of public clients',
  error: 'AgentBlueprint_IncompatibleProperty',
  status: 400,
  message: ({ incompatible }) =>
    `The property '${incompatible[0]}' is incompatible with Agent Blueprints.`,
  evidence: documented(errorCodes),
  assumed: ['status'],
  broken: ({ incompatible }) => incompatible.length > 0,
})

export const blueprintsAreFew = graphRule<NewBlueprint>({
  id: 'BLUEPRINT-LIMIT',
  title: 'A tenant holds 250 blueprints that applications created without a user',
  error: 'AgentBlueprint_LimitExceeded',
  status: 403,
  message: () => 'The number of Agent Blueprints in the tenant exceeds the limit of 250.',
  evidence: documented(errorCodes),
  assumed: ['status'],
  broken: ({ isAppOnly, madeAppOnly }) => isAppOnly && madeAppOnly >= 250,
})

type NewPrincipal = {
  readonly appId: string
  readonly applicationFound: boolean
  readonly isBlueprint: boolean
  readonly wantsBlueprint: boolean
  readonly exists: boolean
  readonly incompatible: readonly string[]
}

export const principalNeedsBlueprint = graphRule<NewPrincipal>({
  id: 'PRINCIPAL-BLUEPRINT',
  title: 'A blueprint principal belongs to a blueprint',
  error: 'AgentBlueprintPrincipal_RequireAgentBlueprint',
  status: 400,
  message: ({ appId }) => `The application '${appId}' is not an Agent Blueprint.`,
  evidence: documented(errorCodes),
  assumed: ['status'],
  broken: ({ wantsBlueprint, isBlueprint }) => wantsBlueprint && !isBlueprint,
})

export const principalNeedsApplication = graphRule<NewPrincipal>({
  id: 'PRINCIPAL-APPLICATION',
  title: 'A principal belongs to an application that can be used in the tenant',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ appId }) =>
    `The appId '${appId}' of the service principal does not reference a valid application object.`,
  evidence: publishedBodies,
  broken: ({ wantsBlueprint, applicationFound }) => !wantsBlueprint && !applicationFound,
})

export const principalIsSingle = graphRule<Pick<NewPrincipal, 'appId' | 'exists'>>({
  id: 'PRINCIPAL-SINGLE',
  title: 'An application has one principal in a tenant',
  error: 'Request_MultipleObjectsWithSameKeyValue',
  status: 409,
  message: ({ appId }) =>
    `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
  evidence: publishedBodies,
  broken: ({ exists }) => exists,
})

export const principalPropertyIsCompatible = graphRule<
  Pick<NewPrincipal, 'wantsBlueprint' | 'incompatible'>
>({
  id: 'PRINCIPAL-PROPERTY',
  title: 'The names of a blueprint principal are not written',
  error: 'AgentBlueprintPrincipal_IncompatibleProperty',
  status: 400,
  message: ({ incompatible }) =>
    `The property '${incompatible[0]}' is incompatible with Agent Blueprint Principals.`,
  evidence: documented(errorCodes),
  assumed: ['status'],
  broken: ({ wantsBlueprint, incompatible }) => wantsBlueprint && incompatible.length > 0,
})

export const principalIsNotHardDeleted = graphRule<{ readonly isPrincipal: boolean }>({
  id: 'PRINCIPAL-HARD-DELETE',
  title: 'A blueprint principal is not deleted permanently',
  error: 'Request_BadRequest',
  status: 400,
  message: () => 'Permanent deletion of Agent Blueprint Principals is not supported.',
  evidence: documented(
    'MicrosoftDocs/entra-docs docs/agent-id/cascade-deletion-agent-identities.md',
  ),
  assumed: ['error', 'status'],
  broken: ({ isPrincipal }) => isPrincipal,
})

type NewUris = { readonly taken: readonly string[] }

export const identifierUriIsFree = graphRule<NewUris>({
  id: 'BLUEPRINT-URI',
  title: 'An application ID URI belongs to one application of a tenant',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ taken }) =>
    `Another object with the same value for property identifierUris already exists: ${taken[0]}.`,
  evidence: publishedBodies,
  broken: ({ taken }) => taken.length > 0,
})

type Sponsors = {
  readonly unfit: readonly string[]
  readonly count: number
  readonly groups: number
}

export const sponsorsAreFit = graphRule<Sponsors>({
  id: 'SPONSOR-KIND',
  title: 'Sponsors are users, dynamic groups or Microsoft 365 groups',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ unfit }) => `The object '${unfit[0]}' cannot be a sponsor.`,
  evidence: documented(
    'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/agentidentity-post-sponsors.md',
  ),
  assumed: ['error', 'status'],
  broken: ({ unfit }) => unfit.length > 0,
})

export const sponsorsAreFew = graphRule<Sponsors>({
  id: 'SPONSOR-LIMIT',
  title: 'An object has 100 sponsors at most, five of them groups',
  error: 'Request_BadRequest',
  status: 400,
  message: () => 'The number of sponsors exceeds the limit.',
  evidence: documented(
    'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/agentidentity-post-sponsors.md',
  ),
  assumed: ['error', 'status'],
  broken: ({ count, groups }) => count > 100 || groups > 5,
})

type NewInheritance = {
  readonly resourceAppId: string
  readonly isGuid: boolean
  readonly exists: boolean
  readonly count: number
}

export const inheritedResourceIsGuid = graphRule<NewInheritance>({
  id: 'INHERIT-RESOURCE',
  title: 'An inheritable permission names its resource by a GUID',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ resourceAppId }) => `The resourceAppId '${resourceAppId}' is not a GUID.`,
  evidence: documented(
    'microsoftgraph/microsoft-graph-docs-contrib api-reference/beta/api/agentidentityblueprint-post-inheritablepermissions.md',
  ),
  assumed: ['error'],
  broken: ({ isGuid }) => !isGuid,
})

export const inheritedResourceIsNew = graphRule<NewInheritance>({
  id: 'INHERIT-SINGLE',
  title: 'A blueprint has one inheritable permission for a resource',
  error: 'Request_MultipleObjectsWithSameKeyValue',
  status: 409,
  message: ({ resourceAppId }) => `An entry for the resource ${resourceAppId} already exists.`,
  evidence: documented(
    'microsoftgraph/microsoft-graph-docs-contrib api-reference/beta/api/agentidentityblueprint-post-inheritablepermissions.md',
  ),
  assumed: ['error'],
  broken: ({ exists }) => exists,
})

export const inheritedResourcesAreFew = graphRule<NewInheritance>({
  id: 'INHERIT-LIMIT',
  title: 'A blueprint has inheritable permissions for ten resources at most',
  error: 'Request_BadRequest',
  status: 400,
  message: () => 'The number of resource applications exceeds the limit of 10.',
  evidence: inferred(
    'MicrosoftDocs/entra-docs docs/agent-id/configure-inheritable-permissions-blueprints.md states the limit, not the answer',
  ),
  broken: ({ count }) => count >= 10,
})

export const blueprintRules = [
  blueprintHasSponsor,
  blueprintPropertyIsCompatible,
  blueprintsAreFew,
  identifierUriIsFree,
  principalNeedsBlueprint,
  principalNeedsApplication,
  principalIsSingle,
  principalPropertyIsCompatible,
  principalIsNotHardDeleted,
  sponsorsAreFit,
  sponsorsAreFew,
  inheritedResourceIsGuid,
  inheritedResourceIsNew,
  inheritedResourcesAreFew,
] satisfies readonly RefusalRule[]
