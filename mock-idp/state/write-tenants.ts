import { type Change, collectionNames } from '../directory/collections.ts'
import type { Tenant, TenantProperties } from '../directory/tenant.ts'
import type { KeptTenant } from '../ports/directory-state.ts'
import type { Database } from './database.ts'
import { encode } from './encode.ts'
import { seal } from './seal.ts'

/** Writes rows, each call a part of a transaction of the caller's. */
export type Writer = {
  /** @param before the tenant as it was written last: collections that are the same map are not written again */
  readonly tenant: (kept: KeptTenant, before: Tenant | undefined) => void
  readonly changes: (tenantId: string, changes: readonly Change[]) => void
  readonly remove: (tenantId: string) => void
}

export function createWriter(database: Database): Writer {
  // An update in place keeps the number of a row, and with it its position.
  const putTenant = database.prepare(`
    INSERT INTO tenants (id, properties, origin) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET properties = excluded.properties, origin = excluded.origin`)
  const putObject = database.prepare(`
    INSERT INTO objects (tenant, collection, key, value) VALUES (?, ?, ?, ?)
    ON CONFLICT (tenant, collection, key) DO UPDATE SET value = excluded.value`)
  const removeObject = database.prepare(
    'DELETE FROM objects WHERE tenant = ? AND collection = ? AND key = ?',
  )
  const removeObjects = database.prepare('DELETE FROM objects WHERE tenant = ? AND collection = ?')
  const removeTenant = database.prepare('DELETE FROM tenants WHERE id = ?')

  const put = (tenantId: string, collection: string, key: string, value: unknown) =>
    putObject.run(tenantId, collection, key, seal(encode(value), [tenantId, collection, key]))

  return {
    tenant: ({ tenant, origin }, before) => {
      putTenant.run(
        tenant.id,
        seal(encode(propertiesOf(tenant)), [tenant.id, 'properties']),
        seal(encode(origin), [tenant.id, 'origin']),
      )
      for (const name of collectionNames) {
        if (tenant[name] === before?.[name]) continue
        removeObjects.run(tenant.id, name)
        for (const [key, value] of tenant[name]) put(tenant.id, name, key, value)
      }
    },
    changes: (tenantId, changes) => {
      for (const { collection, key, value } of changes) {
        if (value === undefined) removeObject.run(tenantId, collection, key)
        else put(tenantId, collection, key, value)
      }
    },
    remove: (tenantId) => {
      for (const name of collectionNames) removeObjects.run(tenantId, name)
      removeTenant.run(tenantId)
    },
  }
}

function propertiesOf(tenant: Tenant): TenantProperties {
  const { resourcesByName: _, keysByObjectId: __, ...rest } = tenant
  const derivedOrElsewhere: readonly string[] = collectionNames
  const properties = Object.entries(rest).filter(([name]) => !derivedOrElsewhere.includes(name))
  return Object.fromEntries(properties) as unknown as TenantProperties
}
