import type { Exchange } from '../format.ts'
import { redactBody } from './body.ts'
import type { SentRequest } from './request.ts'
import { redactRequest } from './request.ts'
import { type Redaction, redactText } from './text.ts'

/** What came back. Absent: nothing did. */
export type ReceivedAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** A request and its answer, without anything that is a tenant's own. */
export function redactExchange(
  step: number,
  sent: SentRequest,
  answer: ReceivedAnswer | undefined,
  redaction: Redaction,
): Exchange {
  return {
    step,
    request: redactRequest(sent, redaction),
    answer: answer
      ? {
          status: answer.status,
          headers: redactAnswerHeaders(answer.headers, redaction),
          body: redactBody(answer.text, redaction),
        }
      : { status: 0, headers: {}, body: 'shape:nothing' },
  }
}

function redactAnswerHeaders(
  headers: Headers,
  redaction: Redaction,
): Readonly<Record<string, string>> {
  const kept = [...headers].filter(([name]) => redaction.steps.keepsAnswerHeader(name))
  return Object.fromEntries(
    kept
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [
        name,
        // How long to wait is the point of it.
        name === 'retry-after' && /^\d{1,5}$/.test(value) ? value : redactText(value, redaction),
      ]),
  )
}
