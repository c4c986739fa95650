import { positionsIn } from '../../../directory/positions.ts'
import type { Principal } from '../../../directory/principal.ts'
import type { Tenant } from '../../../directory/tenant.ts'
import { findResourceById } from '../../call/find-objects.ts'
import { done, type GraphCall } from '../../call/graph-call.ts'
import { findPrincipal, isOfType, namedBy, principalOf } from '../../call/named-objects.ts'
import { get, type Operation, remove } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { withoutParenthood } from '../../caller/narrow-permissions.ts'
import { type Permissions, permissions } from '../../caller/permissions.ts'
import { countOf, list } from '../../show/list.ts'
import { propertyOperations } from '../../show/property-reading.ts'
import { relationsOfObject } from '../../show/related.ts'
import { showOne } from '../../show/show.ts'
import { deletePrincipal } from '../../write/changes.ts'
import { isResource, type ServicePrincipal, servicePrincipalEntity } from './service-principal.ts'

/** `/servicePrincipals`, among them blueprint principals and agent identities: reading and deleting. */
export const principalReading: readonly Operation[] = [
  get('servicePrincipals', (call) => {
    authorize(call, readingOf(call))
    return list(call, listing(call))
  }),
  get('servicePrincipals/$count', (call) => {
    authorize(call, readingOf(call))
    return countOf(call, listing(call))
  }),
  get('servicePrincipals/{id}', (call) => {
    authorize(call, readingOf(call))
    return showPrincipal(call, servicePrincipalOf(call))
  }),
  ...propertyOperations({
    collection: 'servicePrincipals',
    entity: servicePrincipalEntity,
    authorize: (call) => authorize(call, readingOf(call)),
    find: servicePrincipalOf,
  }),
  remove('servicePrincipals/{id}', (call) => {
    authorize(call, deletingOf(call), ownersOf(call))
    call.commit(deletePrincipal(call, principalOf(call)))
    return done
  }),
]

export function showPrincipal(call: GraphCall, one: ServicePrincipal) {
  return showOne(call, servicePrincipalEntity, one, {
    context: contextName(call),
    relations: relations(call),
  })
}

/** A principal, or a resource that is no principal of an application here, such as Microsoft Graph. */
export function servicePrincipalOf(call: GraphCall): ServicePrincipal {
  const isFit = isOfType(call.cast, 'servicePrincipal')
  const resource = isFit ? findResourceById(call.tenant, namedBy(call)) : undefined
  return resource && !findPrincipal(call) ? resource : principalOf(call)
}

function relations(call: GraphCall) {
  const { owners, sponsors } = relationsOfObject(call)
  return {
    owners: (one: ServicePrincipal) => (isResource(one) ? [] : owners(one)),
    sponsors: (one: ServicePrincipal) => (isResource(one) ? [] : sponsors(one)),
  }
}

const kinds = {
  agentIdentityBlueprintPrincipal: 'blueprint',
  agentIdentity: 'agentIdentity',
} as const

function listing(call: GraphCall) {
  const { tenant, cast } = call
  const kind = cast && cast in kinds ? kinds[cast as keyof typeof kinds] : undefined
  return {
    entity: servicePrincipalEntity,
    context: contextName(call),
    objects: kind ? ofKind(tenant, kind) : everyOne(tenant),
    positionOf: (one: ServicePrincipal) => positionOf(tenant, one),
    relations: relations(call),
  }
}

const listed = new WeakMap<Tenant, Map<Principal['kind'], readonly Principal[]>>()

/** Picked out once of each state of a tenant: after every change the directory has another one. */
function ofKind(tenant: Tenant, kind: Principal['kind']): readonly Principal[] {
  const byKind = listed.get(tenant) ?? new Map<Principal['kind'], readonly Principal[]>()
  listed.set(tenant, byKind)
  const found =
    byKind.get(kind) ?? [...tenant.principals.values()].filter((one) => one.kind === kind)
  byKind.set(kind, found)
  return found
}

function* everyOne(tenant: Tenant): Generator<ServicePrincipal> {
  yield* tenant.principals.values()
  yield* tenant.managedIdentities.values()
  for (const resource of tenant.resources.values()) {
    if (!tenant.principals.has(resource.appId)) yield resource
  }
}

/** Principals come first, then managed identities, then resources: each among its own. */
const section = 1_000_000_000

function positionOf(tenant: Tenant, one: ServicePrincipal): number {
  const { appId } = one
  if (isResource(one)) return 2 * section + positionsIn(tenant, 'resources')(appId)
  if (one.kind !== 'managedIdentity') return positionsIn(tenant, 'principals')(appId)
  return section + positionsIn(tenant, 'managedIdentities')(appId)
}

function kindOf(call: GraphCall): Principal['kind'] {
  if (call.cast && call.cast in kinds) return kinds[call.cast as keyof typeof kinds]
  return findPrincipal(call)?.kind ?? 'application'
}

type ByKind = Readonly<Record<Principal['kind'], Permissions>>

const reading: ByKind = {
  blueprint: permissions.readPrincipal,
  agentIdentity: permissions.readAgent,
  application: permissions.readApplication,
  managedIdentity: permissions.readApplication,
}
const updating: ByKind = {
  blueprint: permissions.updatePrincipal,
  agentIdentity: permissions.updateAgent,
  application: permissions.writeApplication,
  managedIdentity: permissions.writeApplication,
}
const sponsoring: ByKind = {
  blueprint: permissions.sponsorPrincipal,
  agentIdentity: permissions.sponsorAgent,
  application: permissions.writeApplication,
  managedIdentity: permissions.writeApplication,
}
const owning: ByKind = { ...updating, blueprint: permissions.ownPrincipal }
const deleting: ByKind = {
  blueprint: permissions.deletePrincipal,
  agentIdentity: permissions.deleteAgent,
  application: permissions.writeApplication,
  managedIdentity: permissions.writeApplication,
}

export const readingOf = (call: GraphCall): Permissions => reading[kindOf(call)]
export const updatingOf = (call: GraphCall): Permissions => changing(call, updating)
export const sponsoringOf = (call: GraphCall): Permissions => changing(call, sponsoring)
export const owningOf = (call: GraphCall): Permissions => changing(call, owning)
const deletingOf = (call: GraphCall): Permissions => changing(call, deleting)

/**
 * Who owns the principal that a path names. The owners of a blueprint own its agent identities too
 * (rbac-agentid-apis-write.md).
 */
export function ownersOf(call: GraphCall): readonly string[] {
  const found = findPrincipal(call)
  const ofBlueprint =
    found?.kind === 'agentIdentity' ? ownersOfBlueprint(call.tenant, found.blueprintAppId) : []
  return [...(found?.owners ?? []), ...ofBlueprint]
}

/** Those of the blueprint and those of its principal (agent-owners-sponsors-managers.md). */
export function ownersOfBlueprint(
  { applications, principals }: Tenant,
  appId: string,
): readonly string[] {
  const { owners = [] } = applications.get(appId) ?? {}
  return [...owners, ...(principals.get(appId)?.owners ?? [])]
}

/** A blueprint manages its own agent identities, and no others. */
function changing(call: GraphCall, byKind: ByKind): Permissions {
  const needed = byKind[kindOf(call)]
  const found = findPrincipal(call)
  const isParent = found?.kind === 'agentIdentity' && found.blueprintAppId === call.caller.appId
  return isParent ? needed : withoutParenthood(needed)
}

function contextName({ cast }: GraphCall): string {
  return cast && cast in kinds ? `servicePrincipals/microsoft.graph.${cast}` : 'servicePrincipals'
}
