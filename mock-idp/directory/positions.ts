import type { CollectionName } from './collections.ts'
import type { Tenant } from './tenant.ts'

type Numbers = { readonly byKey: Map<string, number>; next: number }
type PlaceOf = (key: string) => number

const numbered = new WeakMap<object, Numbers>()
const known = new WeakMap<Tenant, Map<CollectionName, PlaceOf>>()

/**
 * The place of each object in a collection: a number that grows along it and never changes while the object is
 * there, so that a page can begin behind the object that ended the last one. What was removed and put again is new.
 * A tenant is looked through once: after every change the directory has another one.
 */
export function positionsIn(tenant: Tenant, collection: CollectionName): PlaceOf {
  const ofTenant = known.get(tenant) ?? new Map<CollectionName, PlaceOf>()
  known.set(tenant, ofTenant)
  const placeOf = ofTenant.get(collection) ?? number(tenant[collection])
  ofTenant.set(collection, placeOf)
  return placeOf
}

/** A copy of a collection, in which some objects are as they were before, goes by the same places. */
export function sharePositions(copy: object, original: ReadonlyMap<string, unknown>): void {
  number(original)
  const numbers = numbered.get(original)
  if (numbers) numbered.set(copy, numbers)
}

function number(map: ReadonlyMap<string, unknown>): PlaceOf {
  const numbers = numbered.get(map) ?? { byKey: new Map(), next: 1 }
  numbered.set(map, numbers)
  const { byKey } = numbers
  let last = 0
  for (const key of map.keys()) {
    const before = byKey.get(key)
    if (before !== undefined && before > last) {
      last = before
      continue
    }
    last = numbers.next
    byKey.set(key, last)
    numbers.next += 1
  }
  return (key) => byKey.get(key) ?? 0
}
