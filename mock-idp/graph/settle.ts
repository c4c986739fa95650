import type { Change } from '../directory/collections.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { World } from '../world.ts'
import { deletePrincipal } from './write/deletion.ts'

const dayMs = 86_400_000
/** About a day after a blueprint or its principal, its agent identities are deleted too (cascade-deletion, April 2026). */
const cascadeMs = dayMs
/** Deleted objects can be restored for 30 days. */
const keptMs = 30 * dayMs

/** What happens in a directory by itself as time goes on. */
export function settle(tenantId: string, { directory }: World, nowMs: number): void {
  const tenant = directory.findTenant(tenantId)
  if (!tenant || tenant.deletedObjects.size === 0) return
  const changes = [...cascades(tenant, nowMs), ...purges(tenant, nowMs)]
  if (changes.length > 0) directory.change(tenantId, changes)
}

function cascades(tenant: Tenant, nowMs: number): Change[] {
  const orphaning = new Set(
    [...tenant.deletedObjects.values()].flatMap(({ collection, object, deletedMs }) => {
      const isParent = collection !== 'users' && object.kind === 'blueprint'
      const isGone = isParent && !tenant.principals.has(object.appId)
      return isGone && deletedMs + cascadeMs <= nowMs ? [object.appId] : []
    }),
  )
  if (orphaning.size === 0) return []
  return [...tenant.principals.values()].flatMap((one) =>
    one.kind === 'agentIdentity' && orphaning.has(one.blueprintAppId)
      ? deletePrincipal({ tenant, nowMs }, one)
      : [],
  )
}

function purges({ deletedObjects }: Tenant, nowMs: number): Change[] {
  return [...deletedObjects].flatMap(([key, { deletedMs }]) =>
    deletedMs + keptMs <= nowMs ? [{ collection: 'deletedObjects', key, value: undefined }] : [],
  )
}
