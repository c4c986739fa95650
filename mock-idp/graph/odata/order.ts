import { compareFolded, fold } from './fold.ts'
import { ODataProblem, unknownProperty } from './problem.ts'
import type { OrderKey } from './query.ts'
import type { Path, Shape } from './shape.ts'

/** A value objects are sorted by: texts folded, so that the case of letters does not count. */
export type SortValue = string | number | boolean | null

/** Reads from an object what it is sorted by, one value per key. */
export type SortValues<T> = (object: T) => readonly SortValue[]

/** Throws an `ODataProblem` for a property the shape does not know. */
export function sortValues<T>(keys: readonly OrderKey[], shape: Shape<T>): SortValues<T> {
  const readers = keys.map(({ path }) => sortValueReader(path, shape))
  return (object) => readers.map((read) => read(object))
}

/** Orders two rows of sort values; nulls come before all else (OData 4.01 Protocol, 11.2.6.2). */
export function compareSortValues(
  keys: readonly OrderKey[],
  left: readonly SortValue[],
  right: readonly SortValue[],
): number {
  for (const [at, { direction }] of keys.entries()) {
    const sign = compareValues(left[at] ?? null, right[at] ?? null)
    if (sign !== 0) return direction === 'asc' ? sign : -sign
  }
  return 0
}

function compareValues(left: SortValue, right: SortValue): number {
  if (typeof left === 'string' && typeof right === 'string') return compareFolded(left, right)
  if (left === null || right === null) return Number(left !== null) - Number(right !== null)
  const difference = Number(left) - Number(right)
  return Number.isNaN(difference) ? compareFolded(typeof left, typeof right) : difference
}

function sortValueReader<T>(path: Path, shape: Shape<T>): (object: T) => SortValue {
  const [head = '', ...rest] = path
  const accessor = shape.accessorFor(head)
  if (!accessor) throw unknownProperty('$orderby', head, shape.typeName)
  return (object) => {
    const value = rest.reduce<unknown>(ownProperty, accessor(object))
    if (typeof value === 'string') return fold(value)
    if (typeof value === 'number' || typeof value === 'boolean') return value
    if (value == null) return null
    throw new ODataProblem('$orderby', `The property '${path.join('/')}' cannot be sorted by.`)
  }
}

function ownProperty(value: unknown, property: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, property)) return null
  return Reflect.get(value, property)
}
