import type { Group } from '../../directory/person.ts'
import { positionsIn } from '../../directory/positions.ts'
import { must } from '../call/named-objects.ts'
import { get, type Operation } from '../call/operation.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'
import { list } from '../show/list.ts'
import { listRecords } from '../show/list-records.ts'
import { dateTime, type Entity } from '../show/property-table.ts'
import { showObjects } from '../show/related.ts'
import { showOne } from '../show/show.ts'

/** `/groups`, for reading only. */
export const groupOperations: readonly Operation[] = [
  get('groups', (call) => {
    authorize(call, permissions.readGroup)
    const { tenant } = call
    const positionOf = ({ id }: { readonly id: string }) => positionsIn(tenant, 'groups')(id)
    return list(call, {
      entity: groupEntity,
      context: 'groups',
      objects: tenant.groups.values(),
      positionOf,
    })
  }),
  get('groups/{id}', (call) => {
    authorize(call, permissions.readGroup)
    const { id = '' } = call.ids
    const group = must(call, id, call.tenant.groups.get(id.toLowerCase()))
    return showOne(call, groupEntity, group, { context: 'groups' })
  }),
  get('groups/{id}/members', (call) => {
    authorize(call, permissions.readGroup)
    const { id = '' } = call.ids
    const { members } = must(call, id, call.tenant.groups.get(id.toLowerCase()))
    return listRecords(call, { context: 'directoryObjects', records: showObjects(call, members) })
  }),
]

const groupTypes = {
  microsoft365: ['Unified'],
  dynamic: ['DynamicMembership'],
  security: [],
  roleAssignable: [],
} as const

/** `microsoft.graph.group` */
export const groupEntity: Entity<Group> = {
  typeName: 'microsoft.graph.group',
  typeOf: () => 'microsoft.graph.group',
  properties: {
    id: ({ id }) => id,
    deletedDateTime: () => null,
    createdDateTime: ({ createdMs }) => dateTime(createdMs),
    description: ({ details }) => details.description ?? null,
    displayName: ({ displayName }) => displayName,
    groupTypes: ({ kind }) => groupTypes[kind],
    isAssignableToRole: ({ kind }) => (kind === 'roleAssignable' ? true : null),
    mail: () => null,
    mailEnabled: ({ kind }) => kind === 'microsoft365',
    mailNickname: ({ displayName }) => displayName.replaceAll(/\W/g, ''),
    securityEnabled: ({ kind }) => kind !== 'microsoft365',
    visibility: () => null,
  },
}
