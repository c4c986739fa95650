import { enforce } from '../../answers/enforce.ts'
import type { Change } from '../../directory/collections.ts'
import type { DeletedObject } from '../../directory/deleted-object.ts'
import { principalIsNotHardDeleted, principalIsSingle } from '../../rules/graph/blueprints.ts'
import { done, type GraphCall, type JsonObject, rootOf } from '../call/graph-call.ts'
import { authorize } from '../caller/authorize.ts'
import { type Permissions, permissions } from '../caller/permissions.ts'
import { dateTime } from '../entities/property-table.ts'
import { listRecords } from '../show/list-records.ts'
import { showObject } from '../show/related.ts'
import { applicationChanges, principalChanges } from '../write/changes.ts'
import { must } from '../write/found.ts'
import { get, type Operation, post, remove } from './operation.ts'

/** What was deleted less than 30 days ago: listed by type, restored, deleted for good. */
export const deletedItemOperations: readonly Operation[] = [
  get('directory/deletedItems', (call) => {
    authorize(call, permissions.readApplication)
    const all = [...call.tenant.deletedObjects.values()]
    const records = all.filter((one) => isOfCast(call, one)).map((one) => show(call, one))
    return listRecords(call, { context: 'directoryObjects', records })
  }),
  get('directory/deletedItems/{id}', (call) => {
    authorize(call, permissions.readApplication)
    return { status: 200, body: withContext(call, show(call, deletedOf(call))) }
  }),
  post('directory/deletedItems/{id}/restore', (call) => {
    const found = call.tenant.deletedObjects.get(idOf(call))
    authorize(call, permissionFor(found))
    const deleted = deletedOf(call)
    refuseDoublePrincipal(call, deleted)
    const body = withContext(call, { ...show(call, deleted), deletedDateTime: null })
    call.commit([gone(deleted), ...restored(call, deleted)])
    return { status: 200, body }
  }),
  remove('directory/deletedItems/{id}', (call) => {
    const found = call.tenant.deletedObjects.get(idOf(call))
    authorize(call, permissionFor(found))
    const deleted = deletedOf(call)
    const isPrincipal = deleted.collection === 'principals' && deleted.object.kind === 'blueprint'
    enforce([principalIsNotHardDeleted], { isPrincipal }, call.examination)
    call.commit([gone(deleted)])
    return done
  }),
]

function idOf({ ids }: GraphCall): string {
  return ids.id?.toLowerCase() ?? ''
}

function deletedOf(call: GraphCall): DeletedObject {
  return must(call, idOf(call), call.tenant.deletedObjects.get(idOf(call)))
}

function gone({ object }: DeletedObject): Change {
  return { collection: 'deletedObjects', key: object.id, value: undefined }
}

function restored({ tenant }: GraphCall, deleted: DeletedObject): readonly Change[] {
  if (deleted.collection === 'users') {
    return [{ collection: 'users', key: deleted.object.id, value: deleted.object }]
  }
  if (deleted.collection === 'applications') return applicationChanges(tenant, deleted.object)
  const { object } = deleted
  if (object.kind === 'agentIdentity' || object.kind === 'managedIdentity') {
    return [{ collection: 'principals', key: object.appId, value: object }]
  }
  return principalChanges(tenant, object, tenant.applications.get(object.appId))
}

/** @throws {Refusal} under PRINCIPAL-SINGLE: a new one took its place */
function refuseDoublePrincipal({ tenant, examination }: GraphCall, deleted: DeletedObject): void {
  if (deleted.collection !== 'principals') return
  const { appId } = deleted.object
  const facts = { appId, applicationFound: true, isBlueprint: true, wantsBlueprint: false }
  const exists = tenant.principals.has(appId)
  enforce([principalIsSingle], { ...facts, incompatible: [], exists }, examination)
}

function permissionFor(found: DeletedObject | undefined): Permissions {
  if (found?.collection === 'users') return permissions.writeAgentUser
  const kind = found?.object && 'kind' in found.object ? found.object.kind : 'application'
  if (found?.collection === 'applications' && kind === 'blueprint')
    return permissions.deleteBlueprint
  if (kind === 'blueprint') return permissions.deletePrincipal
  return kind === 'agentIdentity' ? permissions.deleteAgent : permissions.writeApplication
}

const typesOfCollection = {
  applications: 'application',
  principals: 'servicePrincipal',
  users: 'user',
} as const

function isOfCast(call: GraphCall, deleted: DeletedObject): boolean {
  const { cast } = call
  if (cast === undefined) return true
  const type = String(show(call, deleted)['@odata.type']).replace('#microsoft.graph.', '')
  return typesOfCollection[deleted.collection] === cast || type === cast
}

function show(call: GraphCall, { collection, object, deletedMs }: DeletedObject): JsonObject {
  const deletedDateTime = dateTime(deletedMs)
  if (collection === 'users')
    return { ...showObject(call, { kind: 'user', object }), deletedDateTime }
  if (collection === 'applications') {
    return { ...showObject(call, { kind: 'application', object }), deletedDateTime }
  }
  return { ...showObject(call, { kind: 'servicePrincipal', object }), deletedDateTime }
}

function withContext(call: GraphCall, record: JsonObject): JsonObject {
  return { '@odata.context': `${rootOf(call)}/$metadata#directoryObjects/$entity`, ...record }
}
