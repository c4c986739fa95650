import { enforce } from '../../answers/enforce.ts'
import type { Change } from '../../directory/collections.ts'
import type { DeletedObject } from '../../directory/deleted-object.ts'
import { positionsIn } from '../../directory/positions.ts'
import { principalIsNotHardDeleted } from '../../rules/graph/blueprints.ts'
import { done, type GraphCall, type JsonObject, rootOf } from '../call/graph-call.ts'
import { authorize } from '../caller/authorize.ts'
import { type Permissions, permissions } from '../caller/permissions.ts'
import { dateTime } from '../entities/property-table.ts'
import { isKindOf } from '../odata/index.ts'
import { listRecords } from '../show/list-records.ts'
import { showObject } from '../show/related.ts'
import { must } from '../write/found.ts'
import { checkRestoring, restored } from '../write/restoring.ts'
import { get, type Operation, post, remove } from './operation.ts'
import { writingOfAgentUser } from './users.ts'

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
    authorize(call, permissionToChange(call, find(call)))
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

function gone({ object }: DeletedObject): Change {
  return { collection: 'deletedObjects', key: object.id, value: undefined }
}

function permissionToRead({ cast }: GraphCall, found?: DeletedObject): Permissions {
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
  return { ...showObject(call, directoryObject(deleted)), deletedDateTime }
}

function directoryObject(deleted: DeletedObject) {
  const { collection, object } = deleted
  if (collection === 'users') return { kind: 'user', object } as const
  if (collection === 'applications') return { kind: 'application', object } as const
  return { kind: 'servicePrincipal', object } as const
}

function withContext(call: GraphCall, record: JsonObject): JsonObject {
  return { '@odata.context': `${rootOf(call)}/$metadata#directoryObjects/$entity`, ...record }
}
