import type { GraphCall, JsonObject } from '../../call/graph-call.ts'
import { principalOf } from '../../call/named-objects.ts'
import { get, type Operation } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { listRecords } from '../../show/list-records.ts'
import { groupsOf } from '../../show/related.ts'
import { readingOf } from './service-principals.ts'

const context = 'directoryObjects'

/** The objects that a principal owns or created, and the groups it belongs to. */
export const principalRelations: readonly Operation[] = [
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
  ...['memberOf', 'transitiveMemberOf'].map((relation) =>
    get(`servicePrincipals/{id}/${relation}`, (call) => {
      authorize(call, readingOf(call))
      return listRecords(call, { context, records: groupsOf(call, principalOf(call).id) })
    }),
  ),
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
      .map((object) => call.showObject({ kind: 'application', object }, call.tenant)),
    ...[...principals.values()]
      .filter(isWanted)
      .map((object) => call.showObject({ kind: 'servicePrincipal', object }, call.tenant)),
  ]
}
