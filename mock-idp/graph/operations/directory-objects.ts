import type { GraphCall, JsonObject } from '../call/graph-call.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'
import { findDirectoryObject } from '../entities/find-objects.ts'
import { showAll } from '../entities/property-table.ts'
import { groupEntity, userEntity } from '../entities/user.ts'
import { listRecords } from '../show/list-records.ts'
import { showObject } from '../show/related.ts'
import { showOne } from '../show/show.ts'
import { must, principalOf, userOf } from '../write/found.ts'
import { get, type Operation } from './operation.ts'
import { readingOf } from './service-principals.ts'

const context = 'directoryObjects'

/** Objects of any type, what a principal owns or made, and what somebody is a member of. */
export const directoryObjectOperations: readonly Operation[] = [
  get('directoryObjects/{id}', (call) => {
    authorize(call, permissions.readObject)
    const { id = '' } = call.ids
    const found = must(call, id, findDirectoryObject(call.tenant, id))
    return { status: 200, body: showObject(call, found) }
  }),
  get('servicePrincipals/{id}/ownedObjects', (call) => {
    authorize(call, readingOf(call))
    const { id } = principalOf(call)
    return listRecords(call, {
      context,
      records: everyObject(call, ({ owners }) => owners.includes(id)),
    })
  }),
  get('servicePrincipals/{id}/createdObjects', (call) => {
    authorize(call, readingOf(call))
    const { appId } = principalOf(call)
    const records = everyObject(call, ({ createdBy }) => createdBy?.appId === appId)
    return listRecords(call, { context, records })
  }),
  ...['memberOf', 'transitiveMemberOf'].flatMap((relation) => [
    get(`servicePrincipals/{id}/${relation}`, (call) => {
      authorize(call, readingOf(call))
      return listRecords(call, { context, records: groupsOf(call, principalOf(call).id) })
    }),
    get(`users/{id}/${relation}`, (call) => {
      authorize(call, permissions.readUser)
      return listRecords(call, { context, records: groupsOf(call, userOf(call).id) })
    }),
  ]),
  get('me', (call) => {
    authorize(call, permissions.readSelf)
    const user = must(call, 'me', call.caller.user)
    return showOne(call, userEntity, user, { context: 'users' })
  }),
  get('me/memberOf', (call) => {
    authorize(call, permissions.readSelf)
    const user = must(call, 'me', call.caller.user)
    const roles = user.directoryRoles.map((displayName) => ({
      '@odata.type': '#microsoft.graph.directoryRole',
      displayName,
    }))
    return listRecords(call, { context, records: [...roles, ...groupsOf(call, user.id)] })
  }),
]

type Answerable = {
  readonly owners: readonly string[]
  readonly createdBy: { readonly appId: string } | undefined
}

function everyObject(call: GraphCall, isWanted: (object: Answerable) => boolean): JsonObject[] {
  const { applications, principals } = call.tenant
  return [
    ...[...applications.values()]
      .filter(isWanted)
      .map((object) => showObject(call, { kind: 'application', object })),
    ...[...principals.values()]
      .filter(isWanted)
      .map((object) => showObject(call, { kind: 'servicePrincipal', object })),
  ]
}

function groupsOf({ tenant }: GraphCall, id: string): JsonObject[] {
  return [...tenant.groups.values()]
    .filter(({ members }) => members.includes(id))
    .map((group) => showAll(groupEntity, group, tenant))
}
