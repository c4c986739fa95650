import type { GraphCall, JsonObject } from '../call/graph-call.ts'
import { applicationEntity } from '../entities/application.ts'
import { type DirectoryObject, findDirectoryObject } from '../entities/find-objects.ts'
import { showAll } from '../entities/property-table.ts'
import { servicePrincipalEntity } from '../entities/service-principal.ts'
import { groupEntity, userEntity } from '../entities/user.ts'
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
    .map((one) => showObject(call, one))
}

/** A directory object of any type, as it is shown among others. */
export function showObject({ tenant }: GraphCall, found: DirectoryObject): JsonObject {
  if (found.kind === 'user') return showAll(userEntity, found.object, tenant)
  if (found.kind === 'group') return showAll(groupEntity, found.object, tenant)
  if (found.kind === 'application') return showAll(applicationEntity, found.object, tenant)
  return showAll(servicePrincipalEntity, found.object, tenant)
}
