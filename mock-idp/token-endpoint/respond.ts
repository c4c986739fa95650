import { errorBody, type Occasion } from '../answers/error-body.ts'
import type { Refusal } from '../answers/refusal.ts'
import type { Lifetimes } from '../tokens/lifetimes.ts'
import type { SignedToken } from '../tokens/sign-token.ts'
import type { Grant, TokenKind } from './grants/grant.ts'
import type { Form } from './parse-form.ts'

/** What the endpoint sends back, and what it decided. */
export type TokenAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly decision: Decision
}

export type Decision = {
  readonly tenantId: string | undefined
  readonly atMs: number
  readonly traceId: string
  readonly correlationId: string
  readonly parameters: Form['parameters']
  readonly repeated: Form['repeated']
  readonly rulesLookedAt: readonly string[]
  readonly outcome: Outcome
}

export type Outcome =
  | { readonly issued: TokenKind; readonly token: SignedToken }
  | { readonly refused: Refusal }

type Answerable = {
  readonly seen: Omit<Decision, 'outcome'>
  readonly occasion: Occasion
  readonly returnCorrelationId: boolean
}

export function respondIssued(
  { tokenKind }: Grant,
  token: SignedToken,
  { t1Seconds, agentTokenSeconds }: Lifetimes,
  answer: Answerable,
): TokenAnswer {
  const lifetimeSeconds = tokenKind === 't1' ? t1Seconds : agentTokenSeconds
  // One second less than the lifetime, as captured: what is left when the answer is written.
  const expiresInSeconds = Math.max(0, lifetimeSeconds - 1)
  const body = `{"token_type":"Bearer","expires_in":${expiresInSeconds},"ext_expires_in":${expiresInSeconds},"access_token":"${token.token}"}`
  return respond(200, body, headersFor(answer), answer, { issued: tokenKind, token })
}

export function respondRefused(refusal: Refusal, answer: Answerable): TokenAnswer {
  const body = JSON.stringify(errorBody(refusal, answer.occasion))
  const headers = { ...headersFor(answer), 'x-mock-rule': refusal.rule.id }
  return respond(refusal.rule.status, body, headers, answer, { refused: refusal })
}

function respond(
  status: number,
  body: string,
  headers: TokenAnswer['headers'],
  { seen }: Answerable,
  outcome: Outcome,
): TokenAnswer {
  const { tenantId, atMs, traceId, correlationId, parameters, repeated, rulesLookedAt } = seen
  const about = { tenantId, atMs, traceId, correlationId, parameters, repeated, rulesLookedAt }
  return { status, headers, body, decision: { ...about, outcome } }
}

/** Headers of every answer of the token endpoint, as captured in recordings of real traffic. */
function headersFor({ seen, returnCorrelationId }: Answerable): TokenAnswer['headers'] {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store, no-cache',
    pragma: 'no-cache',
    expires: '-1',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    p3p: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
    'x-xss-protection': '0',
    'x-ms-request-id': seen.traceId,
    'x-ms-ests-server': '2.1.0 - agentid-conformance',
    'x-ms-srs': '1.P',
  }
  return returnCorrelationId ? { ...headers, 'client-request-id': seen.correlationId } : headers
}
