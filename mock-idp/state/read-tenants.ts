import { type CollectionName, collectionNames, type Objects } from '../directory/collections.ts'
import type { CompleteTenantDescription } from '../directory/description.ts'
import { indexed } from '../directory/index-objects.ts'
import type { TenantProperties } from '../directory/tenant.ts'
import type { KeptTenant } from '../ports/directory-state.ts'
import type { Database } from './database.ts'
import { decode } from './encode.ts'
import { damaged } from './state-file-error.ts'

type TenantRow = {
  readonly id: string
  readonly properties: string
  readonly origin: string
}
type ObjectRow = {
  readonly number: number
  readonly tenant: string
  readonly collection: string
  readonly key: string
  readonly value: string
}
type MutableObjects = { readonly [Name in CollectionName]: Map<string, unknown> }

/** @throws StateFileError `damaged-file` where a row is not what was written */
export function readTenants(database: Database, path: string): readonly KeptTenant[] {
  const rows = database.prepare('SELECT * FROM tenants ORDER BY number').all() as TenantRow[]
  const objects = new Map(rows.map(({ id }) => [id, noObjects()]))
  const objectRows = database.prepare('SELECT * FROM objects ORDER BY number').iterate()
  for (const row of objectRows as Iterable<ObjectRow>) {
    const where = `row ${row.number} of the table objects`
    const collection = objects.get(row.tenant)?.[row.collection as CollectionName]
    if (!collection) throw damaged(path, `${where} belongs to no tenant or collection`)
    collection.set(row.key, decoded(row.value, path, where))
  }
  return rows.map(({ id, properties, origin }) => {
    const where = `the tenant ${id}`
    return {
      tenant: indexed(
        decoded(properties, path, where) as TenantProperties,
        objects.get(id) as unknown as Objects,
      ),
      origin: decoded(origin, path, where) as CompleteTenantDescription,
    }
  })
}

function noObjects(): MutableObjects {
  return Object.fromEntries(collectionNames.map((name) => [name, new Map()])) as MutableObjects
}

function decoded(text: string, path: string, where: string): unknown {
  try {
    return decode(text)
  } catch (error) {
    throw damaged(path, `${where} is not what was written (${(error as Error).message})`, error)
  }
}
