import { type CollectionName, collectionNames, type Objects } from '../../directory/collections.ts'
import { indexed } from '../../directory/index-objects.ts'
import { sharePositions } from '../../directory/positions.ts'
import type { Tenant } from '../../directory/tenant.ts'

/** An object as it was before a change that is not seen yet. */
export type HiddenChange = {
  readonly collection: CollectionName
  readonly key: string
  readonly before: unknown
}

/** A tenant as it was before some changes, oldest first. It is read once, for one request. */
export function laggingView(tenant: Tenant, unseen: readonly HiddenChange[]): Tenant {
  const objects = Object.fromEntries(
    collectionNames.map((name) => [name, before(tenant, name, unseen)]),
  ) as unknown as Objects
  return indexed(tenant, objects)
}

/** Of several changes to one object the oldest tells what it was. */
function before(tenant: Tenant, name: CollectionName, unseen: readonly HiddenChange[]) {
  const own = unseen.filter(({ collection }) => collection === name)
  if (own.length === 0) return tenant[name]
  const objects = new Map<string, unknown>(tenant[name])
  sharePositions(objects, tenant[name])
  for (const { key, before } of own.toReversed()) {
    if (before === undefined) objects.delete(key)
    else objects.set(key, before)
  }
  return objects
}
