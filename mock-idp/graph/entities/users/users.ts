import type { User } from '../../../directory/person.ts'
import { positionsIn } from '../../../directory/positions.ts'
import { findUser } from '../../call/find-objects.ts'
import { done, type GraphCall } from '../../call/graph-call.ts'
import { must, userOf } from '../../call/named-objects.ts'
import { get, type Operation, put, remove } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { withoutParenthood } from '../../caller/narrow-permissions.ts'
import { type Permissions, permissions } from '../../caller/permissions.ts'
import type { Relations } from '../../show/expand.ts'
import { countOf, list } from '../../show/list.ts'
import { listRecords } from '../../show/list-records.ts'
import { propertyOperations } from '../../show/property-reading.ts'
import { groupsOf, showObjects } from '../../show/related.ts'
import { showOne } from '../../show/show.ts'
import { referencedByBody } from '../../write/references.ts'
import { responsibleOperations } from '../owners-and-sponsors.ts'
import { userEntity } from './user.ts'

/** `/users`, among them agent users: reading, deleting, and the manager of a user. */
export const userReading: readonly Operation[] = [
  get('users', (call) => {
    authorize(call, permissions.readUser)
    return list(call, listing(call))
  }),
  get('users/$count', (call) => {
    authorize(call, permissions.readUser)
    return countOf(call, listing(call))
  }),
  get('users/{id}', (call) => {
    authorize(call, permissions.readUser)
    return showUser(call, userOf(call))
  }),
  ...propertyOperations({
    collection: 'users',
    entity: userEntity,
    authorize: (call) => authorize(call, permissions.readUser),
    find: userOf,
  }),
  remove('users/{id}', (call) => {
    authorize(call, writingOfUser(call))
    const user = userOf(call)
    call.commit([
      { collection: 'users', key: user.id, value: undefined },
      {
        collection: 'deletedObjects',
        key: user.id,
        value: { deletedMs: call.nowMs, collection: 'users', object: user },
      },
    ])
    return done
  }),
  get('users/{id}/manager', (call) => {
    authorize(call, permissions.readUser)
    const { managerId } = userOf(call)
    const [manager] = showObjects(call, managerId === undefined ? [] : [managerId])
    return { status: 200, body: must(call, 'manager', manager) }
  }),
  put('users/{id}/manager/$ref', (call) => {
    authorize(call, writingOfUser(call))
    const user = userOf(call)
    const managerId = referencedByBody(call)?.object.id
    if (managerId === undefined) return done
    call.commit([{ collection: 'users', key: user.id, value: { ...user, managerId } }])
    return done
  }),
  ...['memberOf', 'transitiveMemberOf'].map((relation) =>
    get(`users/{id}/${relation}`, (call) => {
      authorize(call, permissions.readUser)
      return listRecords(call, {
        context: 'directoryObjects',
        records: groupsOf(call, userOf(call).id),
      })
    }),
  ),
  ...responsibleOperations({
    path: 'users/{id}/sponsors',
    relation: 'sponsors',
    authorizeReading: (call) => authorize(call, permissions.readUser),
    authorizeWriting: (call) => authorize(call, writingOfUser(call)),
    find: (call) => {
      const user = userOf(call)
      const save = (sponsors: readonly string[]) =>
        call.commit([{ collection: 'users', key: user.id, value: { ...user, sponsors } }])
      return { ids: user.sponsors, save }
    },
  }),
]

export function showUser(call: GraphCall, user: User) {
  return showOne(call, userEntity, user, {
    context: contextName(call),
    relations: relations(call),
  })
}

function listing(call: GraphCall) {
  const { tenant } = call
  const all = [...tenant.users.values()]
  const isAgents = call.cast === 'agentUser'
  return {
    entity: userEntity,
    context: contextName(call),
    objects: isAgents ? all.filter(({ identityParentId }) => identityParentId !== undefined) : all,
    positionOf: ({ id }: User) => positionsIn(tenant, 'users')(id),
    relations: relations(call),
  }
}

function relations(call: GraphCall): Relations<User> {
  return { sponsors: ({ sponsors }) => showObjects(call, sponsors) }
}

export function writingOfUser(call: GraphCall): Permissions {
  const parentId = findUser(call.tenant, call.ids.id ?? '')?.identityParentId
  if (parentId === undefined && call.cast !== 'agentUser') return permissions.writeUser
  return writingOfAgentUser(call, parentId)
}

/** A blueprint writes the users of its own agent identities, and no others. */
export function writingOfAgentUser({ tenant, caller }: GraphCall, parentId = ''): Permissions {
  const parent = tenant.principals.get(parentId)
  const isChild = parent?.kind === 'agentIdentity' && parent.blueprintAppId === caller.appId
  return isChild ? permissions.writeAgentUser : withoutParenthood(permissions.writeAgentUser)
}

function contextName({ cast }: GraphCall): string {
  return cast === 'agentUser' ? 'users/microsoft.graph.agentUser' : 'users'
}
