import { findDirectoryObject } from '../call/find-objects.ts'
import { must } from '../call/named-objects.ts'
import { get, type Operation } from '../call/operation.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'

/** `/directoryObjects/{id}`: an object of any type. */
export const directoryObjectOperations: readonly Operation[] = [
  get('directoryObjects/{id}', (call) => {
    authorize(call, permissions.readObject)
    const { id = '' } = call.ids
    const found = must(call, id, findDirectoryObject(call.tenant, id))
    return { status: 200, body: call.showObject(found, call.tenant) }
  }),
]
