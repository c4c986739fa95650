import type { GraphCall, GraphResult, JsonObject } from '../call/graph-call.ts'
import { checkSelect, type Query, selectProperties } from '../odata/index.ts'
import { contextOf } from './annotations.ts'
import { follow, type Relations } from './expand.ts'
import { canonicalName, type Entity, shapeOf, showSome } from './property-table.ts'
import { guarded, readQuery } from './read-query.ts'

type Showing<T> = {
  readonly context: string
  readonly relations?: Relations<T> | undefined
}

/** One object, as the query of the call wants it. */
export function showOne<T>(
  call: GraphCall,
  entity: Entity<T>,
  object: T,
  { context, relations }: Showing<T>,
): GraphResult & { readonly body: JsonObject } {
  const query = readQuery(call)
  const body = shownBy(call, entity, query, relations)(object)
  return {
    status: 200,
    body: { '@odata.context': `${contextOf(call, context, query)}/$entity`, ...body },
  }
}

/** How a query wants objects to be shown. What it selects is checked even where there is none. */
export function shownBy<T>(
  call: GraphCall,
  entity: Entity<T>,
  { select, expand = [] }: Query,
  relations: Relations<T> = {},
): (object: T) => JsonObject {
  const show = selecting(call, entity, select)
  const related = expand.flatMap((one) => guarded(call, () => follow(one, relations, entity)) ?? [])
  if (related.length === 0) return show
  return (object) => ({
    ...show(object),
    ...Object.fromEntries(related.map(({ name, read }) => [name, read(object)])),
  })
}

function selecting<T>(
  call: GraphCall,
  entity: Entity<T>,
  select: Query['select'],
): (object: T) => JsonObject {
  const { tenant } = call
  const shape = shapeOf(entity, tenant)
  const isReadable = guarded(call, () => {
    checkSelect(select ?? [], shape)
    return true
  })
  if (!select || !isReadable || select.includes('*')) {
    return (object) => showSome(entity, object, tenant)
  }
  const paths = select.map((path) => canonicalName(entity, path))
  const heads = new Set(paths.map((path) => path.split('/')[0] ?? ''))
  const ofRecords = {
    typeName: entity.typeName,
    accessorFor: (name: string) => (record: JsonObject) => record[name],
  }
  return (object) => {
    const record = showSome(entity, object, tenant, { only: heads })
    return guarded(call, () => selectProperties(record, paths, ofRecords)) ?? record
  }
}
