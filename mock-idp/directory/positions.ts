type Numbers = { readonly byKey: Map<string, number>; next: number }

const numbered = new WeakMap<ReadonlyMap<string, unknown>, Numbers>()

/**
 * The place of each key in a map: a number that grows along it and never changes while the key is there, so that
 * a page can begin behind the object that ended the last one. A key that was removed and put again is a new one.
 */
export function positionsIn(map: ReadonlyMap<string, unknown>): (key: string) => number {
  const numbers = numbered.get(map) ?? { byKey: new Map(), next: 1 }
  numbered.set(map, numbers)
  let last = 0
  for (const key of map.keys()) {
    const known = numbers.byKey.get(key)
    if (known !== undefined && known > last) {
      last = known
      continue
    }
    last = numbers.next
    numbers.byKey.set(key, last)
    numbers.next += 1
  }
  return (key) => numbers.byKey.get(key) ?? 0
}
