import { enforce } from '../../../answers/enforce.ts'
import { userNameRules } from '../../../rules/graph/agent-users.ts'
import { done } from '../../call/graph-call.ts'
import { userOf } from '../../call/named-objects.ts'
import { type Operation, patch } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { readProperties } from '../../write/read-properties.ts'
import { nameFacts, userChange } from './user.ts'
import { writingOfUser } from './users.ts'

/** `PATCH /users/{id}` */
export const userChanging: readonly Operation[] = [
  patch('users/{id}', (call) => {
    authorize(call, writingOfUser(call))
    const user = userOf(call)
    const { displayName, userPrincipalName, accountEnabled, ...rest } = readProperties(
      call,
      userChange,
      'User',
    )
    if (userPrincipalName) {
      enforce(userNameRules, nameFacts(call.stored, userPrincipalName, user), call.examination)
    }
    const after = {
      ...user,
      displayName: displayName ?? user.displayName,
      userPrincipalName: userPrincipalName ?? user.userPrincipalName,
      enabled: accountEnabled ?? user.enabled,
      details: { ...user.details, ...rest },
    }
    call.commit([{ collection: 'users', key: user.id, value: after }])
    return done
  }),
]
