import type { GraphCall, GraphResult, JsonObject } from '../call/graph-call.ts'
import { type Entity, shapeOf, showAll } from '../entities/property-table.ts'
import { type Query, selectProperties } from '../odata/index.ts'
import { contextOf } from './context.ts'
import { guarded, readQuery } from './read-query.ts'

/** What `$expand` can follow from an object, by the name of the relation in lower case. */
export type Relations<T> = Readonly<Record<string, (object: T) => readonly JsonObject[]>>

type Showing<T> = {
  readonly relations?: Relations<T> | undefined
  /** Instead of all properties, where what is shown depends on what was selected. */
  readonly show?: ((object: T, select: readonly string[] | undefined) => JsonObject) | undefined
}

/** One object, as the query of the call wants it. */
export function showOne<T>(
  call: GraphCall,
  entity: Entity<T>,
  object: T,
  { context, ...showing }: Showing<T> & { readonly context: string },
): GraphResult {
  const query = readQuery(call)
  const body = showSelected(call, entity, object, query, showing)
  return {
    status: 200,
    body: { '@odata.context': `${contextOf(call, context, query)}/$entity`, ...body },
  }
}

export function showSelected<T>(
  call: GraphCall,
  entity: Entity<T>,
  object: T,
  { select, expand = [] }: Query,
  { relations = {}, show }: Showing<T>,
): JsonObject {
  const { tenant } = call
  const all = show?.(object, select) ?? showAll(entity, object, tenant)
  const shape = {
    ...shapeOf(entity, tenant),
    accessorFor: (name: string) =>
      shapeOf(entity, tenant).accessorFor(name) && ((record: JsonObject) => record[name]),
  }
  const shown = guarded(call, () => selectProperties(all, select, shape)) ?? all
  const related = expand.map(({ relation, query }) => {
    const follow = relations[relation.toLowerCase()]
    const objects = follow?.(object) ?? []
    return [relation, objects.slice(0, query.top).map((one) => pick(one, query.select))]
  })
  return { ...shown, ...Object.fromEntries(related) }
}

function pick(record: JsonObject, select: readonly string[] | undefined): JsonObject {
  if (!select) return record
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => name.includes('@') || select.includes(name)),
  )
}
