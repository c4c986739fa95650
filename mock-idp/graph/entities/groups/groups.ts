import type { Group } from '../../../directory/person.ts'
import { positionsIn } from '../../../directory/positions.ts'
import type { Tenant } from '../../../directory/tenant.ts'
import type { GraphCall } from '../../call/graph-call.ts'
import { must } from '../../call/named-objects.ts'
import { get, type Operation } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { permissions } from '../../caller/permissions.ts'
import { countOf, list } from '../../show/list.ts'
import { listRecords } from '../../show/list-records.ts'
import { propertyOperations } from '../../show/property-reading.ts'
import { dateTime, type Entity } from '../../show/property-table.ts'
import { showObjects } from '../../show/related.ts'
import { showOne } from '../../show/show.ts'

const groupTypes = {
  microsoft365: ['Unified'],
  dynamic: ['DynamicMembership'],
  security: [],
  roleAssignable: [],
} as const

/** What a group says it is; no kind for a group that people are only gathered in. */
export function typesOf({ kind, details }: Group): readonly unknown[] {
  return Array.isArray(details.groupTypes) ? details.groupTypes : groupTypes[kind]
}

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
    groupTypes: typesOf,
    isAssignableToRole: ({ kind }) => (kind === 'roleAssignable' ? true : null),
    mail: () => null,
    membershipRule: ({ details }) => details.membershipRule ?? null,
    mailEnabled: ({ kind, details }) => details.mailEnabled ?? kind === 'microsoft365',
    mailNickname: ({ displayName, details }) =>
      details.mailNickname ?? displayName.replaceAll(/\W/g, ''),
    securityEnabled: ({ kind, details }) => details.securityEnabled ?? kind !== 'microsoft365',
    visibility: ({ details }) => details.visibility ?? null,
  },
}

/** Nested groups lead on; each object comes once. */
function transitiveMembers(group: Group, { groups }: Tenant): readonly string[] {
  const seen = new Set<string>()
  const waiting = [...group.members]
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...(groups.get(id)?.members ?? []))
  }
  return [...seen]
}

const relations = [
  ['members', ({ members }: Group) => members],
  ['transitiveMembers', transitiveMembers],
  ['owners', ({ owners = [] }: Group) => owners],
] as const

/** `/groups`: reading. */
export const groupOperations: readonly Operation[] = [
  get('groups', (call) => {
    authorize(call, permissions.readGroup)
    return list(call, listing(call))
  }),
  get('groups/{id}', (call) => {
    authorize(call, permissions.readGroup)
    return showOne(call, groupEntity, groupOf(call), { context: 'groups' })
  }),
  get('groups/$count', (call) => {
    authorize(call, permissions.readGroup)
    return countOf(call, listing(call))
  }),
  ...propertyOperations({
    collection: 'groups',
    entity: groupEntity,
    authorize: (call) => authorize(call, permissions.readGroup),
    find: groupOf,
  }),
  ...relations.map(([name, idsOf]) =>
    get(`groups/{id}/${name}`, (call) => {
      authorize(call, permissions.readGroup)
      const records = showObjects(call, idsOf(groupOf(call), call.tenant))
      return listRecords(call, { context: 'directoryObjects', records })
    }),
  ),
]

export function groupOf(call: GraphCall): Group {
  const { id = '' } = call.ids
  return must(call, id, call.tenant.groups.get(id.toLowerCase()))
}

function listing(call: GraphCall) {
  const { tenant } = call
  return {
    entity: groupEntity,
    context: 'groups',
    objects: tenant.groups.values(),
    positionOf: ({ id }: { readonly id: string }) => positionsIn(tenant, 'groups')(id),
  }
}
