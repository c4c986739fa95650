import { errorBody, type Occasion } from '../../answers/error-body.ts'
import type { Sleep } from '../../ports/sleep.ts'
import { markCut } from './broken-responses.ts'
import { replacedBy } from './describe-fault.ts'
import type { Fault } from './fault.ts'
import { faultyBody } from './faulty-body.ts'
import { refusedByNumber } from './refused-by-number.ts'

/** An answer before it is sent. Where the body is null, none is sent. */
export type PlainAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** Where and when a fault happens. */
export type FaultOccasion = Occasion & { readonly sleep: Sleep; readonly signal: AbortSignal }

const statusesWithoutBody: ReadonlySet<number> = new Set([204, 205, 304])

/** What a request gets that met a fault. A dropped connection is `Response.error()`, which `fetch` rejects with. */
export async function answerWithFault(
  fault: Fault,
  real: PlainAnswer,
  occasion: FaultOccasion,
): Promise<Response> {
  const { sleep, signal } = occasion
  if (fault.delayMs) await sleep(fault.delayMs, signal)
  if (fault.connection === 'drop') return Response.error()
  const { status, headers: usual, body } = faultyAnswer(fault, real, occasion)
  const headers = new Headers(usual)
  for (const [name, value] of Object.entries(fault.headers ?? {})) headers.set(name, value)
  if (statusesWithoutBody.has(status)) return new Response(null, { status, headers })
  const isCut = fault.connection === 'cut'
  const delayMs = fault.bodyDelayMs ?? 0
  const pieces = fault.pieces ?? 1
  if (!isCut && delayMs === 0 && pieces === 1) return new Response(body, { status, headers })
  const bytes = new TextEncoder().encode(body ?? '')
  // Without a length, a body in pieces is sent in chunks.
  if (pieces === 1) headers.set('content-length', String(bytes.length))
  const stream = faultyBody(bytes, { isCut, delayMs, pieces, sleep, signal })
  const response = new Response(stream, { status, headers })
  return isCut ? markCut(response) : response
}

function faultyAnswer(fault: Fault, real: PlainAnswer, occasion: Occasion): PlainAnswer {
  const status = replacedBy(fault)
  if (status === undefined) return { ...real, body: changed(real.body, fault) }
  // The request broke no rule that this answer is for.
  const { 'x-mock-rule': _, ...headers } = real.headers
  const refusal = fault.refuse === undefined ? undefined : refusedByNumber(fault.refuse)
  if (!refusal) return { status, headers, body: fault.body ?? '' }
  return { status, headers, body: JSON.stringify(errorBody(refusal, occasion)) }
}

/** The JSON of an answer with other members; a body that is no JSON object stays as it is. */
function changed(body: string | null, { change = {}, omit = [] }: Fault): string | null {
  if (!body?.startsWith('{')) return body
  const members = Object.entries({ ...JSON.parse(body), ...change })
  return JSON.stringify(Object.fromEntries(members.filter(([name]) => !omit.includes(name))))
}
