import type { GraphCall, GraphResult } from '../call/graph-call.ts'
import { applyQuery, type Position } from '../odata/index.ts'
import { contextOf, nextLink } from './annotations.ts'
import type { Relations } from './expand.ts'
import { type Entity, shapeOf } from './property-table.ts'
import { checkCount, guarded, isEventual, readQuery } from './read-query.ts'
import { shownBy } from './show.ts'

type Listing<T> = {
  readonly entity: Entity<T>
  readonly objects: Iterable<T>
  readonly positionOf: (object: T) => Position
  /** The collection in `@odata.context`, such as `applications`. */
  readonly context: string
  readonly relations?: Relations<T> | undefined
}

/** A page of a collection: filtered, ordered, counted and cut as the query says. */
export function list<T>(call: GraphCall, listing: Listing<T>): GraphResult {
  const { entity, context, objects, positionOf, relations } = listing
  const query = readQuery(call, shortName(entity))
  const show = shownBy(call, entity, query, relations)
  const shape = shapeOf(entity, call.tenant)
  const collection = call.http.url.pathname
  const found = guarded(call, () => applyQuery(objects, query, shape, { positionOf, collection }))
  const { page = [], nextSkipToken, count } = found ?? {}
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, context, query),
      // Without the header a count is ignored, not refused (concepts/aad-advanced-queries.md).
      ...(count !== undefined && isEventual(call) && { '@odata.count': count }),
      ...(nextSkipToken !== undefined && { '@odata.nextLink': nextLink(call, nextSkipToken) }),
      value: page.map(show),
    },
  }
}

/** How many objects a query selects: `…/$count`, which answers a bare number. */
export function countOf<T>(
  call: GraphCall,
  { entity, objects, positionOf }: Listing<T>,
): GraphResult {
  const query = { ...readQuery(call), count: true }
  checkCount(call)
  const shape = shapeOf(entity, call.tenant)
  const found = guarded(call, () => applyQuery(objects, query, shape, { positionOf }))
  return { status: 200, text: { contentType: 'text/plain', content: String(found?.count ?? 0) } }
}

function shortName<T>({ typeName }: Entity<T>): string {
  return typeName.replace('microsoft.graph.', '')
}
