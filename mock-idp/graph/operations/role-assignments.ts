import { enforce } from '../../answers/enforce.ts'
import type { AppRoleAssignment, Principal } from '../../directory/principal.ts'
import { graphAppId, type Resource } from '../../directory/resource.ts'
import type { Tenant } from '../../directory/tenant.ts'
import * as rules from '../../rules/graph/grants.ts'
import {
  done,
  type GraphCall,
  type GraphResult,
  type JsonObject,
  rootOf,
} from '../call/graph-call.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'
import { findPrincipalById, findResourceById } from '../entities/find-objects.ts'
import { roleIdOf, roleValueOf } from '../entities/permission-names.ts'
import { dateTime } from '../entities/property-table.ts'
import { listRecords } from '../show/list-records.ts'
import { rolesBlockedForAgents } from '../write/blocked-for-agents.ts'
import { must, principalOf } from '../write/found.ts'
import { readProperties } from '../write/read-properties.ts'
import { newAssignment } from '../write/schemas.ts'
import { get, type Operation, post, remove } from './operation.ts'
import { readingOf } from './service-principals.ts'

/** Roles of a resource that a principal was granted: seen from the principal, and from the resource. */
export const roleAssignmentOperations: readonly Operation[] = [
  get('servicePrincipals/{id}/appRoleAssignments', (call) => {
    authorize(call, readingOf(call))
    const principal = principalOf(call)
    return listRecords(call, {
      context: 'appRoleAssignments',
      records: assignmentsOf(call.tenant, principal),
    })
  }),
  get('servicePrincipals/{id}/appRoleAssignedTo', (call) => {
    authorize(call, permissions.readApplication)
    const resource = resourceOf(call)
    const records = everyPrincipal(call.tenant)
      .filter(({ appRoles }) => appRoles.some((one) => one.resourceAppId === resource.appId))
      .flatMap((principal) => assignmentsOf(call.tenant, principal, resource))
    return listRecords(call, { context: 'appRoleAssignments', records })
  }),
  post('servicePrincipals/{id}/appRoleAssignments', assign),
  post('servicePrincipals/{id}/appRoleAssignedTo', assign),
  remove('servicePrincipals/{id}/appRoleAssignments/{assignmentId}', withdraw),
  remove('servicePrincipals/{id}/appRoleAssignedTo/{assignmentId}', withdraw),
]

function assign(call: GraphCall): GraphResult {
  authorize(call, permissions.assignRole)
  const input = readProperties(call, newAssignment, 'AppRoleAssignment')
  const { tenant, nowMs, examination } = call
  const principal = must(call, input.principalId, findPrincipalById(tenant, input.principalId))
  const target = findPrincipalById(tenant, input.resourceId)
  const resource = findResourceById(tenant, input.resourceId)
  const resourceIsAgent = target?.kind === 'agentIdentity'
  if (!resourceIsAgent) must(call, input.resourceId, resource ?? target)
  const role = resource && roleValueOf(resource, input.appRoleId)
  const isAgent = principal.kind === 'agentIdentity'
  const isBlocked =
    isAgent && resource?.appId === graphAppId && rolesBlockedForAgents.has(role ?? '')
  enforce(
    [
      rules.agentsAreNoResources,
      rules.assignedRoleIsKnown,
      rules.assignedRoleIsAllowed,
      rules.assignedRoleIsNew,
    ],
    {
      resourceIsAgent,
      roleFound: role !== undefined,
      blocked: isBlocked && role !== undefined ? [role] : [],
      exists: principal.appRoles.some(
        (one) => one.resourceAppId === resource?.appId && one.role === role,
      ),
    },
    examination,
  )
  const resourceAppId = resource?.appId ?? target?.appId ?? ''
  const assignment = { resourceAppId, role: role ?? '', createdMs: nowMs }
  save(call, principal, [...principal.appRoles, assignment])
  const shown = resource ? show(principal, resource, assignment) : {}
  return {
    status: 201,
    body: { '@odata.context': `${rootOf(call)}/$metadata#appRoleAssignments/$entity`, ...shown },
  }
}

function withdraw(call: GraphCall): GraphResult {
  authorize(call, permissions.assignRole)
  const { tenant, ids } = call
  const wanted = ids.assignmentId ?? ''
  const holders = everyPrincipal(tenant).filter(({ appRoles }) => appRoles.length > 0)
  const holder = holders.find((one) => assignmentsOf(tenant, one).some(({ id }) => id === wanted))
  const principal = must(call, wanted, holder)
  const kept = principal.appRoles.filter((one) => {
    const resource = tenant.resources.get(one.resourceAppId)
    return !resource || assignmentId(principal, resource, one) !== wanted
  })
  save(call, principal, kept)
  return done
}

function everyPrincipal({ principals, managedIdentities }: Tenant): Principal[] {
  return [...principals.values(), ...managedIdentities.values()]
}

function resourceOf(call: GraphCall): Pick<Resource, 'appId' | 'principalId' | 'displayName'> {
  const { id = '' } = call.ids
  const found = findResourceById(call.tenant, id)
  if (found) return found
  const principal = principalOf(call)
  return { ...principal, principalId: principal.id }
}

export function assignmentsOf(
  { resources }: Tenant,
  principal: Principal,
  only?: Pick<Resource, 'appId'>,
): JsonObject[] {
  return principal.appRoles.flatMap((assignment) => {
    const resource = resources.get(assignment.resourceAppId)
    const isWanted = resource && (!only || only.appId === resource.appId)
    return isWanted ? [show(principal, resource, assignment)] : []
  })
}

function show(principal: Principal, resource: Resource, assignment: AppRoleAssignment): JsonObject {
  return {
    id: assignmentId(principal, resource, assignment),
    deletedDateTime: null,
    appRoleId: roleIdOf(resource, assignment.role),
    createdDateTime: dateTime(assignment.createdMs),
    principalDisplayName: principal.displayName,
    principalId: principal.id,
    principalType: 'ServicePrincipal',
    resourceDisplayName: resource.displayName,
    resourceId: resource.principalId,
  }
}

/** Opaque, as in Microsoft Graph, and the same for the same assignment. */
function assignmentId(
  principal: Principal,
  resource: Resource,
  { role }: AppRoleAssignment,
): string {
  const parts = [principal.id, resource.principalId, roleIdOf(resource, role)]
  return parts.map((part) => part.replaceAll('-', '').slice(0, 16)).join('')
}

function save(call: GraphCall, principal: Principal, appRoles: Principal['appRoles']): void {
  const after = { ...principal, appRoles }
  call.commit([
    after.kind === 'managedIdentity'
      ? { collection: 'managedIdentities', key: after.appId, value: after }
      : { collection: 'principals', key: after.appId, value: after },
  ])
}
