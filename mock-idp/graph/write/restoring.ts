import { enforce } from '../../answers/enforce.ts'
import type { Change } from '../../directory/collections.ts'
import type { DeletedObject } from '../../directory/deleted-object.ts'
import type { User } from '../../directory/person.ts'
import type { Tenant } from '../../directory/tenant.ts'
import { agentUserIsSingle, agentUserNameIsFree } from '../../rules/graph/agents.ts'
import { principalIsSingle } from '../../rules/graph/blueprints.ts'
import type { GraphCall } from '../call/graph-call.ts'
import { applicationChanges, principalChanges } from './changes.ts'
import { refuseTakenUris } from './identifier-uris.ts'
import { hasUser, nameFacts } from './user-facts.ts'

/**
 * Whether the place of a deleted object is still free.
 * @throws {Refusal} under PRINCIPAL-SINGLE, BLUEPRINT-URI or an AGENTUSER rule: another took its place
 */
export function checkRestoring(call: GraphCall, { collection, object }: DeletedObject): void {
  const { stored, examination } = call
  if (collection === 'users') {
    checkUser(call, object)
  } else if (collection === 'applications') {
    refuseTakenUris(call, object.identifierUris, object.appId)
  } else {
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
export function restored(tenant: Tenant, deleted: DeletedObject): readonly Change[] {
  const { collection, object } = deleted
  if (collection === 'users') return [{ collection: 'users', key: object.id, value: object }]
  if (collection === 'applications') return applicationChanges(tenant, object)
  return principalChanges(tenant, object)
}
