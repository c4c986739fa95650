import { type CollectionName, collectionNames, type Objects } from '../directory/collections.ts'
import type { CompleteTenantDescription } from '../directory/description.ts'
import { indexed } from '../directory/index-objects.ts'
import type { TenantProperties } from '../directory/tenant.ts'
import type { KeptTenant } from '../ports/directory-state.ts'
import type { Database } from './database.ts'
import { decode } from './encode.ts'
import { unseal } from './seal.ts'
import { damaged, StateFileError } from './state-file-error.ts'

type MutableObjects = { readonly [Name in CollectionName]: Map<string, unknown> }
type Row = Readonly<Record<string, unknown>>

// The library ends the process for text that is not UTF-8, so every column is read as bytes.
const selectTenants = `
  SELECT number, CAST(id AS BLOB) AS id, CAST(properties AS BLOB) AS properties, CAST(origin AS BLOB) AS origin
  FROM tenants ORDER BY number`
const selectObjects = `
  SELECT number, CAST(tenant AS BLOB) AS tenant, CAST(collection AS BLOB) AS collection,
    CAST(key AS BLOB) AS key, CAST(value AS BLOB) AS value
  FROM objects ORDER BY number`

/** @throws StateFileError `damaged-file` where a row is not what was written */
export function readTenants(database: Database, path: string): readonly KeptTenant[] {
  const rows = database.prepare(selectTenants).all() as Row[]
  const tenants = rows.map((row) => readTenant(row, path))
  const objects = new Map(tenants.map(({ id }) => [id, noObjects()]))
  for (const row of database.prepare(selectObjects).iterate() as Iterable<Row>) {
    const where = `row ${row.number} of the table objects`
    readRow(path, where, () => {
      const place = [textOf(row.tenant), textOf(row.collection), textOf(row.key)] as const
      const [tenantId, name, key] = place
      const collection = objects.get(tenantId)?.[name as CollectionName]
      if (!collection) throw damaged(path, `${where} belongs to no tenant or collection`)
      collection.set(key, decode(unseal(textOf(row.value), place)))
    })
  }
  return tenants.map(({ id, properties, origin }) => ({
    tenant: indexed(properties, objects.get(id) as unknown as Objects),
    origin,
  }))
}

/** What a file of an earlier release lacks. */
const addedSince: Pick<TenantProperties, 'accessPolicies' | 'checksResourceParameterAlways'> = {
  accessPolicies: [],
  checksResourceParameterAlways: false,
}

function readTenant(row: Row, path: string) {
  return readRow(path, `row ${row.number} of the table tenants`, () => {
    const id = textOf(row.id)
    const part = (name: 'properties' | 'origin') => decode(unseal(textOf(row[name]), [id, name]))
    return {
      id,
      properties: { ...addedSince, ...(part('properties') as TenantProperties) },
      origin: part('origin') as CompleteTenantDescription,
    }
  })
}

function noObjects(): MutableObjects {
  return Object.fromEntries(collectionNames.map((name) => [name, new Map()])) as MutableObjects
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** @throws TypeError for null, for a number, and for bytes that are not UTF-8 */
function textOf(column: unknown): string {
  if (column instanceof Uint8Array || column instanceof ArrayBuffer) return utf8.decode(column)
  throw new TypeError(`a column holds ${column === null ? 'null' : typeof column}`)
}

function readRow<Result>(path: string, where: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (error instanceof StateFileError) throw error
    throw damaged(path, `${where} is not what was written (${(error as Error).message})`, error)
  }
}
