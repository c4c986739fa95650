import { guidOfText } from '../../directory/derived-guid.ts'
import type { AppRoleAssignment, Principal } from '../../directory/principal.ts'
import type { Resource } from '../../directory/resource.ts'
import type { Tenant } from '../../directory/tenant.ts'
import type { JsonObject } from '../call/graph-call.ts'
import { roleIdOf } from './permission-names.ts'
import { dateTime } from './property-table.ts'

/** `microsoft.graph.appRoleAssignment` */
export function appRoleAssignment(
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
export function assignmentsOf(
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
export function assignmentId(
  principal: Pick<Principal, 'id'>,
  resource: Resource,
  { role }: Pick<AppRoleAssignment, 'role'>,
): string {
  const what = guidOfText(`${resource.principalId} ${roleIdOf(resource, role)}`)
  return `${principal.id}${what}`.replaceAll('-', '')
}
