import { createKnownValues, type KnownValues } from '../../wire/known-values/known-values.ts'
import type { Application } from '../directory/application.ts'
import type { Change } from '../directory/collections.ts'
import type { Directory } from '../directory/directory.ts'
import { isGuid } from '../directory/guid.ts'
import type { Tenant } from '../directory/tenant.ts'

const knownTo = new WeakMap<Directory, () => KnownValues>()

/** Values of removed secrets that are remembered. With more, those of tenants that are gone are forgotten. */
const mostRemoved = 100_000

/**
 * The secrets of every tenant of a directory, those that were removed among them, because a client can send any of
 * them anywhere. The first call begins to watch the directory.
 */
export function secretsKnownTo(directory: Directory): KnownValues {
  const known = knownTo.get(directory) ?? watch(directory)
  knownTo.set(directory, known)
  return known()
}

function watch(directory: Directory): () => KnownValues {
  const all = () => createKnownValues([...directory.tenants()].flatMap(secretsOf))
  let known = all()
  let removed = 0
  directory.watch({
    put: (tenant) => {
      for (const value of secretsOf(tenant)) known.add(value)
    },
    change: (_, changes) => {
      for (const value of changes.flatMap(secretsIn)) known.add(value)
    },
    remove: (tenantId) => {
      const tenant = directory.findTenant(tenantId)
      removed += tenant ? secretsOf(tenant).length : 0
      if (removed <= mostRemoved) return
      removed = 0
      known = all()
    },
  })
  return () => known
}

function secretsOf({ applications, identityHeader }: Tenant): readonly string[] {
  // Where nobody chose a header it is the id of the tenant, which everybody may see.
  const header = isGuid(identityHeader) ? [] : [identityHeader]
  return [...header, ...[...applications.values()].flatMap(valuesOf)]
}

function secretsIn(change: Change): readonly string[] {
  return change.collection === 'applications' && change.value ? valuesOf(change.value) : []
}

function valuesOf({ secrets }: Application): readonly string[] {
  return secrets.map(({ value }) => value)
}
