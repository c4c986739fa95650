import { createKnownValues, type KnownValues } from '../../wire/known-values/known-values.ts'
import type { Application } from '../directory/application.ts'
import type { Change } from '../directory/collections.ts'
import type { Directory } from '../directory/directory.ts'
import { isGuid } from '../directory/guid.ts'
import type { Tenant } from '../directory/tenant.ts'

const knownTo = new WeakMap<Directory, () => KnownValues>()

/** Values that nothing has any more and that are remembered all the same: with more, those of long ago are forgotten. */
const mostRemoved = 100_000

/**
 * The secrets of every tenant of a directory, those that were removed among them, because a client can send any of
 * them anywhere. The first call begins to watch the directory.
 * @param others - secrets of the mock itself, which are never forgotten
 */
export function secretsKnownTo(directory: Directory, others: readonly string[] = []): KnownValues {
  const known = knownTo.get(directory) ?? watch(directory, others)
  knownTo.set(directory, known)
  return known()
}

function watch(directory: Directory, others: readonly string[]): () => KnownValues {
  const held = () => new Set([...others, ...[...directory.tenants()].flatMap(secretsOf)])
  /** In the order in which they were first or last added. */
  let all = held()
  let known = createKnownValues(all)
  let mostKnown = all.size + mostRemoved
  const add = (values: readonly string[]) => {
    for (const value of values) {
      all.add(value)
      known.add(value)
    }
    if (all.size > mostKnown) forget()
  }
  /** Keeps what the directory holds, and of the rest the newer half. */
  const forget = () => {
    const current = held()
    const removed = [...all].filter((value) => !current.has(value)).slice(-mostRemoved / 2)
    all = new Set([...removed, ...current])
    known = createKnownValues(all)
    mostKnown = current.size + mostRemoved
  }
  directory.watch({
    put: (tenant) => add(secretsOf(tenant)),
    change: (_, changes) => add(changes.flatMap(secretsIn)),
  })
  return () => known
}

function secretsOf({ applications, deletedObjects, identityHeader }: Tenant): readonly string[] {
  // Where nobody chose a header it is the id of the tenant, which everybody may see.
  const header = isGuid(identityHeader) ? [] : [identityHeader]
  const deleted = [...deletedObjects.values()].flatMap((one) =>
    one.collection === 'applications' ? [one.object] : [],
  )
  return [...header, ...[...applications.values(), ...deleted].flatMap(valuesOf)]
}

function secretsIn(change: Change): readonly string[] {
  return change.collection === 'applications' && change.value ? valuesOf(change.value) : []
}

function valuesOf({ secrets }: Application): readonly string[] {
  return secrets.map(({ value }) => value)
}
