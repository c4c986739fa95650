import type { GraphCall, GraphResult } from '../call/graph-call.ts'
import { get, type Operation } from '../call/operation.ts'
import { checkCount } from './read-query.ts'

const isCounted =
  /\/(members|transitiveMembers|owners|sponsors|memberOf|transitiveMemberOf|ownedObjects|createdObjects)$/

/** With each list of directory objects, how many they are: `…/transitiveMembers/$count`. */
export function withCounts(operations: readonly Operation[]): readonly Operation[] {
  const counts = operations
    .filter(({ method, path }) => method === 'GET' && isCounted.test(path))
    .map(({ path, run }) =>
      get(`${path}/$count`, async (call) => {
        const counted = await run(asCount(call))
        checkCount(call)
        return countIn(counted)
      }),
    )
  return [...operations, ...counts]
}

/** The same list, of which only the number is wanted. */
function asCount(call: GraphCall): GraphCall {
  const url = new URL(call.http.url)
  for (const name of ['$top', '$skiptoken', '$select', '$orderby']) url.searchParams.delete(name)
  url.searchParams.set('$count', 'true')
  return { ...call, http: { ...call.http, url } }
}

function countIn({ body }: GraphResult): GraphResult {
  const content = String(body?.['@odata.count'] ?? 0)
  return { status: 200, text: { contentType: 'text/plain', content } }
}
