import { z } from 'zod'
import { enforce } from '../../../answers/enforce.ts'
import type { Change } from '../../../directory/collections.ts'
import type { Group, GroupKind } from '../../../directory/person.ts'
import { objectIsKnown, referenceIsNew } from '../../../rules/graph/requests.ts'
import { done, type GraphCall } from '../../call/graph-call.ts'
import { type Operation, patch, post, remove } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { permissions } from '../../caller/permissions.ts'
import { showOne } from '../../show/show.ts'
import { readProperties } from '../../write/read-properties.ts'
import { referencedByBody, referencedIds } from '../../write/references.ts'
import { creator } from '../../write/sponsors.ts'
import { nullableText, references, text } from '../../write/values.ts'
import { groupEntity, groupOf, typesOf } from './groups.ts'

/** group-post-groups.md */
const newGroup = z.object({
  displayName: text(256).min(1),
  mailEnabled: z.boolean(),
  mailNickname: text(64).min(1),
  securityEnabled: z.boolean(),
  description: nullableText(1024).optional(),
  groupTypes: z.array(z.enum(['Unified', 'DynamicMembership'])).optional(),
  isAssignableToRole: z.boolean().nullable().optional(),
  membershipRule: nullableText(3072).optional(),
  membershipRuleProcessingState: nullableText(16).optional(),
  visibility: nullableText(32).optional(),
  'owners@odata.bind': references.optional(),
  'members@odata.bind': references.optional(),
})
const groupChange = newGroup
  .omit({
    groupTypes: true,
    isAssignableToRole: true,
    'owners@odata.bind': true,
    'members@odata.bind': true,
  })
  .partial()

/** `/groups`: making, changing and deleting groups, and their members and owners. */
export const groupWriting: readonly Operation[] = [
  post('groups', (call) => {
    authorize(call, permissions.createGroup)
    const input = readProperties(call, newGroup, 'Group')
    const {
      displayName,
      isAssignableToRole,
      'owners@odata.bind': owners,
      'members@odata.bind': members,
      ...details
    } = input
    const group: Group = {
      id: call.world.random.guid(),
      displayName,
      kind: isAssignableToRole ? 'roleAssignable' : kindOf(input.groupTypes ?? []),
      createdMs: call.nowMs,
      members: referencedIds(call, members),
      owners: owners ? referencedIds(call, owners) : creator(call),
      details,
    }
    save(call, group)
    const { body } = showOne(call, groupEntity, group, { context: 'groups' })
    return { status: 201, body }
  }),
  patch('groups/{id}', (call) => {
    const group = authorized(call)
    const { displayName, ...details } = readProperties(call, groupChange, 'Group')
    save(call, {
      ...group,
      displayName: displayName ?? group.displayName,
      details: { ...group.details, ...details },
    })
    return done
  }),
  remove('groups/{id}', (call) => {
    const group = authorized(call)
    call.commit([{ collection: 'groups', key: group.id, value: undefined }, ...kept(call, group)])
    return done
  }),
  ...(['members', 'owners'] as const).flatMap((relation) => [
    post(`groups/{id}/${relation}/$ref`, (call) => {
      const group = authorized(call)
      const id = referencedByBody(call)?.object.id
      if (id === undefined) return done
      const ids = group[relation] ?? []
      const facts = { property: relation, isThere: ids.includes(id) }
      enforce([referenceIsNew], facts, call.examination)
      save(call, { ...group, [relation]: [...new Set([...ids, id])] })
      return done
    }),
    remove(`groups/{id}/${relation}/{memberId}/$ref`, (call) => {
      const group = authorized(call)
      const ids = group[relation] ?? []
      const wanted = call.ids.memberId?.toLowerCase() ?? ''
      enforce([objectIsKnown], { wanted, found: ids.includes(wanted) }, call.examination)
      save(call, { ...group, [relation]: ids.filter((id) => id !== wanted) })
      return done
    }),
  ]),
]

/** A Microsoft 365 group can be restored; every other is gone at once (group-delete.md). */
function kept({ nowMs }: GraphCall, group: Group): readonly Change[] {
  if (!typesOf(group).includes('Unified')) return []
  const value = { deletedMs: nowMs, collection: 'groups', object: group } as const
  return [{ collection: 'deletedObjects', key: group.id, value }]
}

function kindOf(groupTypes: readonly string[]): GroupKind {
  if (groupTypes.includes('DynamicMembership')) return 'dynamic'
  return groupTypes.includes('Unified') ? 'microsoft365' : 'security'
}

function authorized(call: GraphCall): Group {
  authorize(call, permissions.writeGroup)
  return groupOf(call)
}

function save(call: GraphCall, group: Group): void {
  call.commit([{ collection: 'groups', key: group.id, value: group }])
}
