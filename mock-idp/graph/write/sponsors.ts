import { enforce } from '../../answers/enforce.ts'
import { ownersFit, sponsorRules } from '../../rules/graph/principals.ts'
import { findPrincipalById } from '../call/find-objects.ts'
import type { GraphCall } from '../call/graph-call.ts'
import { referencedIds } from './references.ts'

/** Blueprint principals may have service principals as sponsors (agentidentityblueprintprincipal-post-sponsors.md). */
type Fitness = { readonly principalsFit?: boolean }

const administrators: readonly string[] = ['Agent ID Administrator', 'Global Administrator']

/**
 * The sponsors of a new object. A user who names none becomes the sponsor, unless an administrator of agents
 * (agent-owners-sponsors-managers.md).
 */
export function newSponsors(
  call: GraphCall,
  urls: readonly string[] | undefined,
  fitness?: Fitness,
): readonly string[] {
  if (urls && urls.length > 0) {
    const sponsors = referencedIds(call, urls)
    checkSponsors(call, sponsors, fitness)
    return sponsors
  }
  const { user } = call.caller
  if (!user || user.directoryRoles.some((role) => administrators.includes(role))) return []
  return [user.id]
}

/**
 * Who creates an object, as its owner: the user, or the principal of an application alone. Whoever creates a
 * blueprint or its principal owns it (rbac-agentid-apis-write.md).
 */
export function creator({ caller: { user, principal } }: GraphCall): readonly string[] {
  const id = user?.id ?? principal?.id
  return id === undefined ? [] : [id]
}

/** The owners of a new object: those named, or the user who made it. */
export function newOwners(call: GraphCall, urls: readonly string[] | undefined): readonly string[] {
  if (!urls || urls.length === 0) return call.caller.user ? [call.caller.user.id] : []
  const owners = referencedIds(call, urls)
  checkOwners(call, owners)
  return owners
}

/** @throws {Refusal} under OWNER-KIND */
export function checkOwners({ tenant, examination }: GraphCall, ids: readonly string[]): void {
  const isFit = (id: string) => tenant.users.has(id) || findPrincipalById(tenant, id) !== undefined
  enforce([ownersFit], { unfit: ids.filter((id) => !isFit(id)) }, examination)
}

/** @throws {Refusal} under SPONSOR-KIND or SPONSOR-LIMIT */
export function checkSponsors(
  { tenant, examination }: GraphCall,
  ids: readonly string[],
  { principalsFit = false }: Fitness = {},
): void {
  const groups = ids.flatMap((id) => tenant.groups.get(id) ?? [])
  const fitGroups = groups.filter(({ kind }) => kind === 'microsoft365' || kind === 'dynamic')
  const isFit = (id: string) => {
    const user = tenant.users.get(id)
    if (user) return user.identityParentId === undefined
    if (principalsFit && findPrincipalById(tenant, id)) return true
    return fitGroups.some((group) => group.id === id)
  }
  enforce(
    sponsorRules,
    { unfit: ids.filter((id) => !isFit(id)), count: ids.length, groups: groups.length },
    examination,
  )
}
