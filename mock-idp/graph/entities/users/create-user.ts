import { isJsonObject } from '../../../../wire/json-object.ts'
import { enforce } from '../../../answers/enforce.ts'
import type { User } from '../../../directory/person.ts'
import { newAgentUserRules, userNameRules } from '../../../rules/graph/agent-users.ts'
import { type GraphCall, type GraphResult, textIn } from '../../call/graph-call.ts'
import { type Operation, post } from '../../call/operation.ts'
import { typeNamed } from '../../call/parse-path.ts'
import { authorize } from '../../caller/authorize.ts'
import { permissions } from '../../caller/permissions.ts'
import { readProperties } from '../../write/read-properties.ts'
import { referencedIds } from '../../write/references.ts'
import { hasUser, nameFacts, newUser } from './user.ts'
import { showUser, writingOfAgentUser } from './users.ts'

/** `POST /users`: a user, or the agent user of an agent identity. */
export const userCreating: readonly Operation[] = [
  post('users', (call) => {
    const type = call.cast ?? typeNamed(call.body['@odata.type'])
    return create(call, type === 'agentUser')
  }),
]

function create(call: GraphCall, isAgent: boolean): GraphResult {
  authorize(call, isAgent ? writingOfAgentUser(call, parentIn(call)) : permissions.writeUser)
  const input = readProperties(call, newUser, isAgent ? 'AgentUser' : 'User')
  const { tenant, world, nowMs, examination } = call
  const {
    displayName,
    userPrincipalName,
    accountEnabled,
    identityParentId: _,
    identityParent: __,
    ...rest
  } = input
  const { 'sponsors@odata.bind': sponsors, passwordProfile: ___, ...details } = rest
  const parentId = parentIn(call)
  enforce(
    isAgent ? newAgentUserRules : userNameRules,
    {
      parentId,
      parentIsAgent: tenant.principals.get(parentId)?.kind === 'agentIdentity',
      parentHasUser: hasUser(call.stored, parentId),
      ...nameFacts(call.stored, userPrincipalName, undefined),
    },
    examination,
  )
  const user: User = {
    id: world.random.guid(),
    displayName,
    userPrincipalName,
    enabled: accountEnabled,
    createdMs: nowMs,
    identityParentId: isAgent ? parentId : undefined,
    sponsors: referencedIds(call, sponsors),
    managerId: undefined,
    directoryRoles: [],
    details,
  }
  call.commit([{ collection: 'users', key: user.id, value: user }])
  const { body } = showUser(call, user)
  return { status: 201, ...(body && { body }) }
}

/** The preview named the parent in an object of its own. */
function parentIn(call: GraphCall): string {
  const { identityParent } = call.body
  const id = isJsonObject(identityParent) ? identityParent.id : undefined
  return (textIn(call, 'identityParentId') || (typeof id === 'string' ? id : '')).toLowerCase()
}
