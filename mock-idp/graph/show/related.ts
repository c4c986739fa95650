import { findDirectoryObject } from '../call/find-objects.ts'
import type { GraphCall, JsonObject } from '../call/graph-call.ts'
import type { Relations } from './expand.ts'

type Related = { readonly owners: readonly string[]; readonly sponsors: readonly string[] }

/** `owners` and `sponsors`, for `$expand`. */
export function relationsOfObject(call: GraphCall) {
  return {
    owners: ({ owners }) => showObjects(call, owners),
    sponsors: ({ sponsors }) => showObjects(call, sponsors),
  } satisfies Relations<Related>
}

export function showObjects(call: GraphCall, ids: readonly string[]): readonly JsonObject[] {
  return ids
    .flatMap((id) => findDirectoryObject(call.tenant, id) ?? [])
    .map((one) => call.showObject(one, call.tenant))
}

/** The groups that a user or a principal belongs to. */
export function groupsOf(call: GraphCall, id: string): readonly JsonObject[] {
  const groups = [...call.tenant.groups.values()].filter(({ members }) => members.includes(id))
  return groups.map((object) => call.showObject({ kind: 'group', object }, call.tenant))
}
