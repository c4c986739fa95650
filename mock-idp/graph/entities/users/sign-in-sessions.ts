import { rootOf } from '../../call/graph-call.ts'
import { userOf } from '../../call/named-objects.ts'
import { type Operation, post } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { permissions } from '../../caller/permissions.ts'

/**
 * `revokeSignInSessions`: what the user got before counts no more at the token endpoint
 * (learn.microsoft.com/graph/api/user-revokesigninsessions).
 */
export const sessionOperations: readonly Operation[] = [
  post('users/{id}/revokeSignInSessions', (call) => {
    authorize(call, permissions.revokeSessions)
    const user = userOf(call)
    const after = { ...user, sessionsValidFromMs: call.nowMs }
    call.commit([{ collection: 'users', key: user.id, value: after }])
    const context = `${rootOf(call)}/$metadata#Edm.Boolean`
    return { status: 200, body: { '@odata.context': context, value: true } }
  }),
]
