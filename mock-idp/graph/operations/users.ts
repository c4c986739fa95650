import type { User } from '../../directory/person.ts'
import { done, type GraphCall, type GraphResult } from '../call/graph-call.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'
import { groupEntity, userEntity } from '../entities/user.ts'
import { countOf, list } from '../show/list.ts'
import { positionsIn } from '../show/positions.ts'
import { showObjects } from '../show/related.ts'
import { showOne } from '../show/show.ts'
import { must, userOf } from '../write/found.ts'
import { referenced } from '../write/references.ts'
import { get, type Operation, put, remove } from './operation.ts'

/** `/users`, among them agent users, and `/groups`: reading, deleting, and the manager of a user. */
export const userOperations: readonly Operation[] = [
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
  remove('users/{id}', (call) => {
    const isAgent = call.cast === 'agentUser' || isAgentUser(call)
    authorize(call, isAgent ? permissions.writeAgentUser : permissions.writeUser)
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
    authorize(call, isAgentUser(call) ? permissions.writeAgentUser : permissions.writeUser)
    const user = userOf(call)
    const { id: managerId } = referenced(call, String(call.body['@odata.id'] ?? '')).object
    call.commit([{ collection: 'users', key: user.id, value: { ...user, managerId } }])
    return done
  }),
  get('groups', (call) => {
    authorize(call, permissions.readGroup)
    const { groups } = call.tenant
    const positionOf = ({ id }: { readonly id: string }) => positionsIn(groups)(id)
    return list(call, {
      entity: groupEntity,
      context: 'groups',
      objects: groups.values(),
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
    return { status: 200, body: { value: showObjects(call, members) } }
  }),
]

export function showUser(call: GraphCall, user: User): GraphResult {
  return showOne(call, userEntity, user, {
    context: contextName(call),
    relations: { sponsors: ({ sponsors }) => showObjects(call, sponsors) },
  })
}

function listing(call: GraphCall) {
  const { users } = call.tenant
  const all = [...users.values()]
  const isAgents = call.cast === 'agentUser'
  return {
    entity: userEntity,
    context: contextName(call),
    objects: isAgents ? all.filter(({ identityParentId }) => identityParentId !== undefined) : all,
    positionOf: ({ id }: User) => positionsIn(users)(id),
  }
}

export function isAgentUser({ tenant, ids }: GraphCall): boolean {
  const { id = '' } = ids
  return tenant.users.get(id.toLowerCase())?.identityParentId !== undefined
}

function contextName({ cast }: GraphCall): string {
  return cast === 'agentUser' ? 'users/microsoft.graph.agentUser' : 'users'
}
