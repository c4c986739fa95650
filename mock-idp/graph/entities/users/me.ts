import { must } from '../../call/named-objects.ts'
import { get, type Operation } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { permissions } from '../../caller/permissions.ts'
import { listRecords } from '../../show/list-records.ts'
import { groupsOf } from '../../show/related.ts'
import { showOne } from '../../show/show.ts'
import { userEntity } from './user.ts'

/** `/me`: the user who calls. */
export const meOperations: readonly Operation[] = [
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
    return listRecords(call, {
      context: 'directoryObjects',
      records: [...roles, ...groupsOf(call, user.id)],
    })
  }),
]
