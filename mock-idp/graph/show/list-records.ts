import type { GraphCall, GraphResult, JsonObject } from '../call/graph-call.ts'
import { rootOf } from '../call/graph-call.ts'
import { applyQuery, type GraphRecord, type Shape, selectProperties } from '../odata/index.ts'
import { guarded, readQuery } from './read-query.ts'

type Listing = { readonly context: string; readonly records: readonly JsonObject[] }

/** A short list of what belongs to one object: queried as its records are shown. */
export function listRecords(call: GraphCall, { context, records }: Listing): GraphResult {
  const query = readQuery(call)
  const names = new Set(records.flatMap((record) => Object.keys(record)))
  const shape: Shape<GraphRecord> = {
    typeName: context,
    accessorFor: (name) =>
      names.has(name) || records.length === 0 ? (record) => record[name] : undefined,
  }
  const positions = new Map(records.map((record, at) => [record, at + 1]))
  const positionOf = (record: GraphRecord) => positions.get(record) ?? 0
  const found = guarded(call, () =>
    applyQuery(records, query, shape, { positionOf, collection: context }),
  )
  const { page = [], count } = found ?? {}
  return {
    status: 200,
    body: {
      '@odata.context': `${rootOf(call)}/$metadata#${context}`,
      ...(count !== undefined && { '@odata.count': count }),
      value: page.map(
        (one) => guarded(call, () => selectProperties(one, query.select, shape)) ?? one,
      ),
    },
  }
}
