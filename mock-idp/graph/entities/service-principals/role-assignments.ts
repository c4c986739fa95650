import { z } from 'zod'
import { enforce } from '../../../answers/enforce.ts'
import { rolesBlockedForAgents } from '../../../directory/blocked-for-agents.ts'
import { guidOfText } from '../../../directory/derived-guid.ts'
import type { AppRoleAssignment, Principal } from '../../../directory/principal.ts'
import { graphAppId, type Resource } from '../../../directory/resource.ts'
import type { Tenant } from '../../../directory/tenant.ts'
import { newAssignmentRules } from '../../../rules/graph/grants.ts'
import { findPrincipalById, findResourceById } from '../../call/find-objects.ts'
import {
  done,
  type GraphCall,
  type GraphResult,
  type JsonObject,
  rootOf,
} from '../../call/graph-call.ts'
import { must, principalOf } from '../../call/named-objects.ts'
import { get, type Operation, post, remove } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { permissions } from '../../caller/permissions.ts'
import { listRecords } from '../../show/list-records.ts'
import { dateTime } from '../../show/property-table.ts'
import { principalChanges } from '../../write/changes.ts'
import { readProperties } from '../../write/read-properties.ts'
import { roleIdOf, roleValueOf } from './permission-names.ts'
import { readingOf, servicePrincipalOf } from './service-principals.ts'

const newAssignment = z.object({
  principalId: z.string(),
  resourceId: z.string(),
  appRoleId: z.guid(),
})

const ofPrincipal = 'servicePrincipals/{id}/appRoleAssignments'
const toResource = 'servicePrincipals/{id}/appRoleAssignedTo'
const context = 'appRoleAssignments'

/** Roles of a resource that a principal was granted: seen from the principal, and from the resource. */
export const roleAssignmentOperations: readonly Operation[] = [
  get(ofPrincipal, (call) => {
    authorize(call, readingOf(call))
    return listRecords(call, { context, records: assignmentsOf(call.tenant, principalOf(call)) })
  }),
  get(toResource, (call) => {
    authorize(call, permissions.readApplication)
    const resource = servicePrincipalOf(call)
    const records = everyPrincipal(call.tenant).flatMap((principal) =>
      assignmentsOf(call.tenant, principal, resource),
    )
    return listRecords(call, { context, records })
  }),
  post(ofPrincipal, (call) => {
    authorize(call, permissions.assignRole)
    principalOf(call)
    return assign(call)
  }),
  post(toResource, (call) => {
    authorize(call, permissions.assignRole)
    servicePrincipalOf(call)
    return assign(call)
  }),
  remove(`${ofPrincipal}/{assignmentId}`, (call) => {
    authorize(call, permissions.assignRole)
    return withdraw(call, [principalOf(call)])
  }),
  remove(`${toResource}/{assignmentId}`, (call) => {
    authorize(call, permissions.assignRole)
    const { appId } = servicePrincipalOf(call)
    return withdraw(call, everyPrincipal(call.tenant), appId)
  }),
]

function assign(call: GraphCall): GraphResult {
  const input = readProperties(call, newAssignment, 'AppRoleAssignment')
  const { tenant, nowMs, examination } = call
  const principal = must(call, input.principalId, findPrincipalById(tenant, input.principalId))
  const target = findPrincipalById(tenant, input.resourceId)
  const resource = findResourceById(tenant, input.resourceId)
  const resourceIsAgent = target?.kind === 'agentIdentity'
  if (!resourceIsAgent) must(call, input.resourceId, resource ?? target)
  const role = resource && roleValueOf(resource, input.appRoleId)
  const isBlocked = resource?.appId === graphAppId && rolesBlockedForAgents.has(role ?? '')
  enforce(
    newAssignmentRules,
    {
      resourceIsAgent,
      roleFound: role !== undefined,
      blocked: principal.kind === 'agentIdentity' && isBlocked && role ? [role] : [],
      exists: principal.appRoles.some(
        (one) => one.resourceAppId === resource?.appId && one.role === role,
      ),
    },
    examination,
  )
  if (!resource || role === undefined) return done
  const assignment = { resourceAppId: resource.appId, role, createdMs: nowMs }
  save(call, principal, [...principal.appRoles, assignment])
  const shown = appRoleAssignment(principal, resource, assignment)
  const described = { '@odata.context': `${rootOf(call)}/$metadata#${context}/$entity` }
  return { status: 201, body: { ...described, ...shown } }
}

/** @param ofResource where only roles of this one may be withdrawn */
function withdraw(
  call: GraphCall,
  candidates: readonly Principal[],
  ofResource?: string,
): GraphResult {
  const { tenant, ids } = call
  const wanted = ids.assignmentId ?? ''
  const isWanted = (principal: Principal, one: Principal['appRoles'][number]) => {
    const resource = tenant.resources.get(one.resourceAppId)
    const isOf = ofResource === undefined || ofResource === one.resourceAppId
    return resource !== undefined && isOf && assignmentId(principal, resource, one) === wanted
  }
  const holder = candidates.find((one) => one.appRoles.some((role) => isWanted(one, role)))
  const principal = must(call, wanted, holder)
  save(
    call,
    principal,
    principal.appRoles.filter((one) => !isWanted(principal, one)),
  )
  return done
}

function everyPrincipal({ principals, managedIdentities }: Tenant): Principal[] {
  return [...principals.values(), ...managedIdentities.values()]
}

function save(call: GraphCall, principal: Principal, appRoles: Principal['appRoles']): void {
  call.commit(principalChanges(call.tenant, { ...principal, appRoles }))
}

/** `microsoft.graph.appRoleAssignment` */
function appRoleAssignment(
  principal: Principal,
  resource: Resource,
  assignment: AppRoleAssignment,
): JsonObject {
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

/** What a principal was granted, of all resources or of one. */
function assignmentsOf(
  { resources }: Tenant,
  principal: Principal,
  only?: Pick<Resource, 'appId'>,
): JsonObject[] {
  return principal.appRoles.flatMap((assignment) => {
    const resource = resources.get(assignment.resourceAppId)
    const isWanted = resource && (!only || only.appId === resource.appId)
    return isWanted ? [appRoleAssignment(principal, resource, assignment)] : []
  })
}

/** Opaque, as in Microsoft Graph, and the same for the same assignment. */
function assignmentId(
  principal: Pick<Principal, 'id'>,
  resource: Resource,
  { role }: Pick<AppRoleAssignment, 'role'>,
): string {
  const what = guidOfText(`${resource.principalId} ${roleIdOf(resource, role)}`)
  return `${principal.id}${what}`.replaceAll('-', '')
}
