import type { Principal } from '../../directory/principal.ts'
import type { Tenant } from '../../directory/tenant.ts'
import { done, type GraphCall, type GraphResult } from '../call/graph-call.ts'
import { parseAlternateKey } from '../call/parse-path.ts'
import { authorize } from '../caller/authorize.ts'
import { type Permissions, permissions } from '../caller/permissions.ts'
import { findPrincipalById, findResourceById } from '../entities/find-objects.ts'
import { type ServicePrincipal, servicePrincipalEntity } from '../entities/service-principal.ts'
import { countOf, list } from '../show/list.ts'
import { positionsIn } from '../show/positions.ts'
import { relationsOfObject } from '../show/related.ts'
import { showOne } from '../show/show.ts'
import { deletePrincipal } from '../write/deletion.ts'
import { principalOf } from '../write/found.ts'
import { get, type Operation, remove } from './operation.ts'

/** `/servicePrincipals`, among them blueprint principals and agent identities: reading and deleting. */
export const servicePrincipalOperations: readonly Operation[] = [
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
  remove('servicePrincipals/{id}', (call) => {
    const found = foundBy(call)
    authorize(call, deletingOf(call), found?.owners)
    call.commit(deletePrincipal(call, principalOf(call)))
    return done
  }),
]

export function showPrincipal(call: GraphCall, one: ServicePrincipal): GraphResult {
  return showOne(call, servicePrincipalEntity, one, {
    context: contextName(call),
    relations: relations(call),
  })
}

/** A principal, or a resource that is no principal of an application here, such as Microsoft Graph. */
export function servicePrincipalOf(call: GraphCall): ServicePrincipal {
  const { id = '' } = call.ids
  const key = parseAlternateKey(id)
  const resource = call.cast ? undefined : findResourceById(call.tenant, key?.value ?? id)
  const principal = foundBy(call)
  if (resource && !principal) return { principal: undefined, resource }
  return withResource(call.tenant, principalOf(call))
}

export function withResource(tenant: Tenant, principal: Principal): ServicePrincipal {
  // An agent identity is no resource.
  const isResource = principal.kind !== 'agentIdentity'
  return { principal, resource: isResource ? tenant.resources.get(principal.appId) : undefined }
}

function relations(call: GraphCall) {
  const { owners, sponsors } = relationsOfObject<Principal>(call)
  return {
    owners: ({ principal }: ServicePrincipal) => (principal && owners?.(principal)) ?? [],
    sponsors: ({ principal }: ServicePrincipal) => (principal && sponsors?.(principal)) ?? [],
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

function* ofKind(tenant: Tenant, kind: Principal['kind']): Generator<ServicePrincipal> {
  for (const principal of tenant.principals.values()) {
    if (principal.kind === kind) yield withResource(tenant, principal)
  }
}

function* everyOne(tenant: Tenant): Generator<ServicePrincipal> {
  for (const principal of tenant.principals.values()) yield withResource(tenant, principal)
  for (const principal of tenant.managedIdentities.values()) yield withResource(tenant, principal)
  for (const resource of tenant.resources.values()) {
    if (!tenant.principals.has(resource.appId)) yield { principal: undefined, resource }
  }
}

/** Principals come first, then managed identities, then resources: each among its own. */
const section = 1_000_000_000

function positionOf(tenant: Tenant, { principal, resource }: ServicePrincipal): number {
  if (!principal) return 2 * section + positionsIn(tenant.resources)(resource?.appId ?? '')
  if (principal.kind !== 'managedIdentity') return positionsIn(tenant.principals)(principal.appId)
  return section + positionsIn(tenant.managedIdentities)(principal.appId)
}

function foundBy({ ids, tenant }: GraphCall): Principal | undefined {
  const { id = '' } = ids
  return findPrincipalById(tenant, parseAlternateKey(id)?.value ?? id)
}

function kindOf(call: GraphCall): Principal['kind'] {
  if (call.cast && call.cast in kinds) return kinds[call.cast as keyof typeof kinds]
  return foundBy(call)?.kind ?? 'application'
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
const deleting: ByKind = {
  blueprint: permissions.deletePrincipal,
  agentIdentity: permissions.deleteAgent,
  application: permissions.writeApplication,
  managedIdentity: permissions.writeApplication,
}

export const readingOf = (call: GraphCall): Permissions => reading[kindOf(call)]
export const updatingOf = (call: GraphCall): Permissions => updating[kindOf(call)]
const deletingOf = (call: GraphCall): Permissions => deleting[kindOf(call)]

function contextName({ cast }: GraphCall): string {
  return cast && cast in kinds ? `servicePrincipals/microsoft.graph.${cast}` : 'servicePrincipals'
}
