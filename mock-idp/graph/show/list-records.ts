import type { GraphCall, GraphResult, JsonObject } from '../call/graph-call.ts'
import {
  applyQuery,
  checkSelect,
  type GraphRecord,
  isKindOf,
  type Position,
  type Shape,
  selectProperties,
} from '../odata/index.ts'
import { contextOf, nextLink } from './annotations.ts'
import { guarded, readQuery } from './read-query.ts'

type Listing = {
  readonly context: string
  readonly records: readonly JsonObject[]
  /** The place of the record at an index, where records come and go between two pages. Default: the index. */
  readonly positionAt?: (index: number) => Position
  /** What is left of a record, whatever was selected. Default: what was selected. */
  readonly show?: ((record: JsonObject) => JsonObject) | undefined
}

/** A short list of what belongs to one object: queried as its records are shown. */
export function listRecords(
  call: GraphCall,
  { context, records, positionAt = (index) => index, show }: Listing,
): GraphResult {
  const query = readQuery(call)
  const names = new Set(records.flatMap((record) => Object.keys(record)))
  const shape: Shape<GraphRecord> = {
    typeName: context,
    accessorFor: (name) =>
      names.has(name) || records.length === 0 ? (record) => record[name] : undefined,
  }
  guarded(call, () => checkSelect(query.select ?? [], shape))
  const positions = new Map(records.map((record, index) => [record, positionAt(index)]))
  const wanted = records.filter((record) => isOfMemberCast(call, record))
  const found = guarded(call, () =>
    applyQuery(wanted, query, shape, {
      positionOf: (record) => positions.get(record) ?? 0,
      collection: call.http.url.pathname,
    }),
  )
  const { page = [], count, nextSkipToken } = found ?? {}
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, context, query),
      ...(count !== undefined && { '@odata.count': count }),
      ...(nextSkipToken !== undefined && { '@odata.nextLink': nextLink(call, nextSkipToken) }),
      value: page.map(
        show ?? ((one) => guarded(call, () => selectProperties(one, query.select, shape)) ?? one),
      ),
    },
  }
}

function isOfMemberCast({ memberCast }: GraphCall, record: JsonObject): boolean {
  return memberCast === undefined || isKindOf(String(record['@odata.type']), memberCast)
}
