import { enforce } from '../../answers/enforce.ts'
import {
  advancedQueryIsEventual,
  countIsEventual,
  pageIsKnown,
  queryIsReadable,
  queryIsSupported,
  skipIsNotAsked,
} from '../../rules/graph/queries.ts'
import type { GraphCall } from '../call/graph-call.ts'
import { ODataProblem, parseQuery, type Query, requireAdvanced } from '../odata/index.ts'

type Asking = Pick<GraphCall, 'http' | 'examination'>

const rulesByCode = {
  BadRequest: queryIsReadable,
  Request_UnsupportedQuery: queryIsSupported,
  Request_BadRequest: skipIsNotAsked,
  Directory_ExpiredPageToken: pageIsKnown,
} as const

/**
 * The query options of a call. Where a rule is waived, what breaks it counts as not asked.
 * @param entity the short name of the type listed; undefined for a single object, where nothing is advanced
 * @throws {Refusal} under a GRAPH-QUERY rule
 */
export function readQuery(call: Asking, entity?: string): Query {
  const query = guarded(call, () => parseQuery(call.http.url.searchParams)) ?? { identity: '' }
  if (entity === undefined) return query
  const consistency = call.http.header('consistencylevel')
  const problem = problemIn(() => requireAdvanced(query, entity, consistency))
  enforce([advancedQueryIsEventual], { problem: problem?.message }, call.examination)
  return query
}

export function isEventual({ http }: Pick<Asking, 'http'>): boolean {
  return http.header('consistencylevel')?.toLowerCase() === 'eventual'
}

/** @throws {Refusal} under GRAPH-QUERY-COUNT */
export function checkCount(call: Asking): void {
  enforce([countIsEventual], { isEventual: isEventual(call) }, call.examination)
}

/** What a query option leads to; a problem that shows only then is refused in the same way. */
export function guarded<Result>({ examination }: Asking, act: () => Result): Result | undefined {
  let result: Result | undefined
  const problem = problemIn(() => {
    result = act()
  })
  if (problem === undefined) return result
  enforce([rulesByCode[problem.code]], { problem: problem.message }, examination)
  return result
}

function problemIn(act: () => void): ODataProblem | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof ODataProblem) return error
    throw error
  }
}
