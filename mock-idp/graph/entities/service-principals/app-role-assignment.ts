import { guidOfText } from '../../../directory/derived-guid.ts'
import type { AppRoleAssignment } from '../../../directory/principal.ts'
import type { Resource } from '../../../directory/resource.ts'
import type { Tenant } from '../../../directory/tenant.ts'
import { dateTime } from '../../show/property-table.ts'
import { roleIdOf } from './permission-names.ts'
import type { Holder } from './role-holders.ts'

/** `microsoft.graph.appRoleAssignment` */
export function appRoleAssignment(
  holder: Holder,
  resource: Resource,
  assignment: AppRoleAssignment,
) {
  return {
    id: assignmentId(holder, resource, assignment),
    deletedDateTime: null,
    appRoleId: roleIdOf(resource, assignment.role),
    createdDateTime: dateTime(assignment.createdMs),
    principalDisplayName: holder.displayName,
    principalId: holder.id,
    principalType: holder.principalType,
    resourceDisplayName: resource.displayName,
    resourceId: resource.principalId,
  }
}

/** What a holder was assigned, of all resources or of one. */
export function assignmentsOf(
  { resources }: Tenant,
  holder: Holder,
  only?: Pick<Resource, 'appId'>,
) {
  return holder.appRoles.flatMap((assignment) => {
    const resource = resources.get(assignment.resourceAppId)
    const isWanted = resource && (!only || only.appId === resource.appId)
    return isWanted ? [appRoleAssignment(holder, resource, assignment)] : []
  })
}

/** Opaque, as in Microsoft Graph, and the same for the same assignment. */
export function assignmentId(
  { id }: Pick<Holder, 'id'>,
  resource: Resource,
  { role }: Pick<AppRoleAssignment, 'role'>,
): string {
  const what = guidOfText(`${resource.principalId} ${roleIdOf(resource, role)}`)
  return `${id}${what}`.replaceAll('-', '')
}
