import { ODataProblem, unknownProperty } from './problem.ts'
import type { GraphRecord, Shape } from './shape.ts'

/**
 * What `$select` leaves of a record; without one, all of it. `id` comes only if selected. Annotations (`@odata.type`
 * of a derived type, `@odata.id`, `owners@odata.context`) stay: they are no properties (OData 4.01 JSON, 4.6). That
 * Graph keeps `@odata.type` of the members of a mixed collection shows in the answers of its directoryObject pages.
 * A known property the record lacks comes as null. Throws an `ODataProblem` for a property the shape does not know.
 */
export function selectProperties(
  record: GraphRecord,
  select: readonly string[] | undefined,
  shape: Shape<GraphRecord>,
): GraphRecord {
  if (!select) return record
  checkSelect(select, shape)
  if (select.includes('*')) return record
  const selected: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(record)) {
    if (name.includes('@')) selected[name] = value
  }
  for (const item of select) {
    const [head = '', ...rest] = item.split('/')
    const value = shape.accessorFor(head)?.(record) ?? null
    selected[head] = rest.length === 0 ? value : merged(selected[head], value, rest)
  }
  return selected
}

/** Throws an `ODataProblem` for a selected property the shape does not know, also where there is no record to show it. */
export function checkSelect<T>(select: readonly string[], shape: Shape<T>): void {
  for (const item of select) {
    const head = item.split('/')[0] ?? ''
    if (item !== '*' && !shape.accessorFor(head)) {
      throw unknownProperty('$select', head, shape.typeName)
    }
  }
}

/** `a/b` leaves of the complex value `a` only `b`, beside what was already selected of it. */
function merged(before: unknown, value: unknown, path: readonly string[]): unknown {
  if (value === null) return null
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new ODataProblem('$select', `The property before '/${path.join('/')}' has no parts.`)
  }
  const [head = '', ...rest] = path
  const kept = typeof before === 'object' && before !== null ? before : {}
  const inner: unknown = Object.hasOwn(value, head) ? (Reflect.get(value, head) ?? null) : null
  const previous: unknown = Reflect.get(kept, head)
  return { ...kept, [head]: rest.length === 0 ? inner : merged(previous, inner, rest) }
}
