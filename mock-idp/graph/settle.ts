import type { Change } from '../directory/collections.ts'
import type { DeletedObject } from '../directory/deleted-object.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { World } from '../world.ts'
import { deletePrincipal } from './write/changes.ts'

const dayMs = 86_400_000
/** About a day after a blueprint or its principal, its agent identities are deleted too (cascade-deletion, April 2026). */
const cascadeMs = dayMs
/** Deleted objects can be restored for 30 days. */
const keptMs = 30 * dayMs

/** What happens in a directory by itself as time goes on. */
export function settle(tenantId: string, { directory }: World, nowMs: number): void {
  const tenant = directory.findTenant(tenantId)
  if (!tenant || tenant.deletedObjects.size === 0) return
  const changes: Change[] = []
  const [orphaning, waiting] = [new Set<string>(), new Set<string>()]
  for (const [key, deleted] of tenant.deletedObjects) {
    if (deleted.deletedMs + keptMs <= nowMs) {
      changes.push({ collection: 'deletedObjects', key, value: undefined })
    }
    if (!deleted.cascaded && isParent(deleted) && !tenant.principals.has(deleted.object.appId)) {
      const isDue = deleted.deletedMs + cascadeMs <= nowMs
      const blueprints = isDue ? orphaning : waiting
      blueprints.add(deleted.object.appId)
    }
  }
  // A blueprint may have had several principals, one after another: the last one counts.
  for (const appId of waiting) orphaning.delete(appId)
  if (orphaning.size > 0) changes.unshift(...cascade(tenant, orphaning, nowMs))
  if (changes.length > 0) directory.change(tenantId, changes)
}

type DeletedParent = Extract<DeletedObject, { readonly collection: 'principals' }>

/** An application takes its principal with it, and is restored without it: the principal alone decides. */
function isParent(deleted: DeletedObject): deleted is DeletedParent {
  return deleted.collection === 'principals' && deleted.object.kind === 'blueprint'
}

/** Once for each parent: an agent identity that is restored afterwards stays. */
function cascade(tenant: Tenant, orphaning: ReadonlySet<string>, nowMs: number): Change[] {
  const done = [...tenant.deletedObjects].flatMap(([key, one]): Change[] =>
    isParent(one) && orphaning.has(one.object.appId)
      ? [{ collection: 'deletedObjects', key, value: { ...one, cascaded: true } }]
      : [],
  )
  const orphans = [...tenant.principals.values()].flatMap((one) =>
    one.kind === 'agentIdentity' && orphaning.has(one.blueprintAppId)
      ? deletePrincipal({ tenant, nowMs }, one)
      : [],
  )
  return [...done, ...orphans]
}
