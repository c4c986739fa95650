import { enforce } from '../../answers/enforce.ts'
import type { Change } from '../../directory/collections.ts'
import type { DeletedObject } from '../../directory/deleted-object.ts'
import type { User } from '../../directory/person.ts'
import { positionsIn } from '../../directory/positions.ts'
import type { Tenant } from '../../directory/tenant.ts'
import { agentUserIsSingle, agentUserNameIsFree } from '../../rules/graph/agent-users.ts'
import { principalIsNotHardDeleted, principalIsSingle } from '../../rules/graph/principals.ts'
import { done, type GraphCall, type JsonObject, rootOf } from '../call/graph-call.ts'
import { must } from '../call/named-objects.ts'
import { get, type Operation, post, remove } from '../call/operation.ts'
import { authorize } from '../caller/authorize.ts'
import { type Permissions, permissions } from '../caller/permissions.ts'
import { isKindOf } from '../odata/index.ts'
import { listRecords } from '../show/list-records.ts'
import { dateTime } from '../show/property-table.ts'
import { applicationChanges, principalChanges } from '../write/changes.ts'
import { refuseTakenUris } from './applications/application-input.ts'
import { hasUser, nameFacts } from './users/user.ts'
import { writingOfAgentUser } from './users/users.ts'

const path = 'directory/deletedItems'

/** What was deleted less than 30 days ago: listed by type, restored, deleted for good. */
export const deletedItemOperations: readonly Operation[] = [
  get(path, (call) => {
    authorize(call, permissionToRead(call))
    const { tenant } = call
    const placeOf = positionsIn(tenant, 'deletedObjects')
    const records = [...tenant.deletedObjects.values()]
      .map((one) => show(call, one))
      .filter((record) => isOfCast(call, record))
    return listRecords(call, {
      context: 'directoryObjects',
      records,
      positionAt: (index) => placeOf(String(records[index]?.id)),
    })
  }),
  get(`${path}/{id}`, (call) => {
    authorize(call, permissionToRead(call, find(call)))
    return { status: 200, body: withContext(call, show(call, deletedOf(call))) }
  }),
  post(`${path}/{id}/restore`, (call) => {
    authorize(call, permissionToChange(call, find(call)), ownersOf(find(call)))
    const deleted = deletedOf(call)
    checkRestoring(call, deleted)
    const body = withContext(call, { ...show(call, deleted), deletedDateTime: null })
    call.commit([gone(deleted), ...restored(call.stored, deleted)])
    return { status: 200, body }
  }),
  remove(`${path}/{id}`, (call) => {
    authorize(call, permissionToChange(call, find(call)))
    const deleted = deletedOf(call)
    const isPrincipal = deleted.collection === 'principals' && deleted.object.kind === 'blueprint'
    enforce([principalIsNotHardDeleted], { isPrincipal }, call.examination)
    call.commit([gone(deleted)])
    return done
  }),
]

function find(call: GraphCall): DeletedObject | undefined {
  const found = call.tenant.deletedObjects.get(call.ids.id?.toLowerCase() ?? '')
  return found && isOfCast(call, show(call, found)) ? found : undefined
}

function deletedOf(call: GraphCall): DeletedObject {
  return must(call, call.ids.id ?? '', find(call))
}

/** Owners restore what they own (agent-owners-sponsors-managers.md). */
function ownersOf(deleted: DeletedObject | undefined): readonly string[] {
  return deleted && 'owners' in deleted.object ? (deleted.object.owners ?? []) : []
}

function gone({ object }: DeletedObject): Change {
  return { collection: 'deletedObjects', key: object.id, value: undefined }
}

function permissionToRead({ cast }: GraphCall, found?: DeletedObject): Permissions {
  if (cast === 'group' || found?.collection === 'groups') return permissions.readGroup
  const isUser = cast === 'user' || cast === 'agentUser' || found?.collection === 'users'
  return isUser ? permissions.readUser : permissions.readDeleted
}

function permissionToChange(call: GraphCall, found: DeletedObject | undefined): Permissions {
  if (found?.collection === 'users') {
    const { identityParentId } = found.object
    return identityParentId === undefined
      ? permissions.writeUser
      : writingOfAgentUser(call, identityParentId)
  }
  if (found?.collection === 'groups') return permissions.writeGroup
  const kind = found?.object.kind
  if (kind === 'agentIdentity') return permissions.restoreAgent
  if (kind !== 'blueprint') return permissions.writeApplication
  return found?.collection === 'applications'
    ? permissions.deleteBlueprint
    : permissions.deletePrincipal
}

function isOfCast({ cast }: GraphCall, record: JsonObject): boolean {
  return cast === undefined || isKindOf(String(record['@odata.type']), cast)
}

function show(call: GraphCall, deleted: DeletedObject): JsonObject {
  const deletedDateTime = dateTime(deleted.deletedMs)
  return { ...call.showObject(directoryObject(deleted), call.tenant), deletedDateTime }
}

function directoryObject(deleted: DeletedObject) {
  const { collection, object } = deleted
  if (collection === 'users') return { kind: 'user', object } as const
  if (collection === 'groups') return { kind: 'group', object } as const
  if (collection === 'applications') return { kind: 'application', object } as const
  return { kind: 'servicePrincipal', object } as const
}

function withContext(call: GraphCall, record: JsonObject): JsonObject {
  return { '@odata.context': `${rootOf(call)}/$metadata#directoryObjects/$entity`, ...record }
}

/**
 * Whether the place of a deleted object is still free.
 * @throws {Refusal} under PRINCIPAL-SINGLE, BLUEPRINT-URI or an AGENTUSER rule: another took its place
 */
function checkRestoring(call: GraphCall, { collection, object }: DeletedObject): void {
  const { stored, examination } = call
  if (collection === 'users') {
    checkUser(call, object)
  } else if (collection === 'applications') {
    refuseTakenUris(call, object.identifierUris, object.appId)
  } else if (collection === 'principals') {
    const { appId } = object
    enforce([principalIsSingle], { appId, exists: stored.principals.has(appId) }, examination)
  }
}

function checkUser({ stored, examination }: GraphCall, user: User): void {
  const { identityParentId: parentId, userPrincipalName } = user
  enforce(
    [agentUserIsSingle, agentUserNameIsFree],
    {
      parentId: parentId ?? '',
      parentHasUser: parentId !== undefined && hasUser(stored, parentId),
      ...nameFacts(stored, userPrincipalName, user),
    },
    examination,
  )
}

/** Restoring an application leaves its principal deleted (directory-deleteditems-restore.md). */
function restored(tenant: Tenant, deleted: DeletedObject): readonly Change[] {
  const { collection, object } = deleted
  if (collection === 'users') return [{ collection: 'users', key: object.id, value: object }]
  if (collection === 'groups') return [{ collection: 'groups', key: object.id, value: object }]
  if (collection === 'applications') return applicationChanges(tenant, object)
  return principalChanges(tenant, object)
}
