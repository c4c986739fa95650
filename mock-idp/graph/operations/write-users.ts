import { enforce } from '../../answers/enforce.ts'
import type { User } from '../../directory/person.ts'
import * as rules from '../../rules/graph/agents.ts'
import { done, type GraphCall, type GraphResult, textIn } from '../call/graph-call.ts'
import { typeNamed } from '../call/parse-path.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'
import { userOf } from '../write/found.ts'
import { readProperties } from '../write/read-properties.ts'
import { referencedIds } from '../write/references.ts'
import { newUser, userChange } from '../write/schemas.ts'
import { hasUser, nameFacts } from '../write/user-facts.ts'
import { type Operation, patch, post } from './operation.ts'
import { showUser, writingOfAgentUser, writingOfUser } from './users.ts'

/** `/users`, among them agent users: creating and changing. */
export const userWriting: readonly Operation[] = [
  post('users', (call) => {
    const type = call.cast ?? typeNamed(call.body['@odata.type'])
    return create(call, type === 'agentUser')
  }),
  patch('users/{id}', (call) => {
    authorize(call, writingOfUser(call))
    const user = userOf(call)
    const { displayName, userPrincipalName, accountEnabled, ...rest } = readProperties(
      call,
      userChange,
      'User',
    )
    if (userPrincipalName) {
      enforce(
        [rules.agentUserDomainIsVerified, rules.agentUserNameIsFree],
        nameFacts(call.stored, userPrincipalName, user),
        call.examination,
      )
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
    isAgent
      ? [
          rules.agentUserParentIsAgent,
          rules.agentUserIsSingle,
          rules.agentUserDomainIsVerified,
          rules.agentUserNameIsFree,
        ]
      : [rules.agentUserDomainIsVerified, rules.agentUserNameIsFree],
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
  const isObject = typeof identityParent === 'object' && identityParent !== null
  const id = isObject && 'id' in identityParent ? identityParent.id : undefined
  return (textIn(call, 'identityParentId') || (typeof id === 'string' ? id : '')).toLowerCase()
}
