import { asksFactorsOfAgents, onlyPeopleHaveFactors } from './access-policy-schema.ts'
import type { CompleteTenantDescription } from './description.ts'
import { graphAppId } from './resource.ts'

type Described = Pick<
  CompleteTenantDescription,
  'accessPolicies' | 'agentIdentities' | 'applications' | 'blueprints' | 'resources' | 'users'
>

/** What the schema cannot say of policies: whom they can name, and what they can demand. */
export function findPolicyMistakes(tenant: Described): string[] {
  const people = tenant.users.filter(({ identityParentId }) => identityParentId === undefined)
  const agentUsers = tenant.users.filter(({ identityParentId }) => identityParentId !== undefined)
  const known = {
    people: new Set(people.map(({ id }) => id)),
    agents: new Set(tenant.agentIdentities.map(({ id }) => id)),
    agentUsers: new Set(agentUsers.map(({ id }) => id)),
  }
  const { applications, blueprints } = tenant
  const registered = [...tenant.resources, ...applications, ...blueprints].map(({ appId }) => appId)
  const resources = new Set([graphAppId, ...registered])
  const what = {
    people: 'the object id of a person of this tenant',
    agents: 'the id of an agent identity of this tenant',
    agentUsers: 'the object id of an agent user of this tenant',
  }
  return tenant.accessPolicies.flatMap((policy, at) => {
    const where = `accessPolicies[${at}]`
    const unknown = policy.principals.flatMap((id, index) =>
      known[policy.appliesTo].has(id)
        ? []
        : [`${where}.principals[${index}]: expected ${what[policy.appliesTo]}, got ${id}`],
    )
    const { resource } = policy
    const isRepeated = tenant.accessPolicies.findIndex(({ id }) => id === policy.id) !== at
    return [
      ...(policy.id !== undefined && isRepeated ? [`${where}.id: expected a unique id`] : []),
      ...unknown,
      ...(resource !== undefined && !resources.has(resource)
        ? [`${where}.resource: expected the appId of a resource of this tenant, got ${resource}`]
        : []),
      ...(asksFactorsOfAgents(policy) ? [`${where}.control: ${onlyPeopleHaveFactors}`] : []),
    ]
  })
}
