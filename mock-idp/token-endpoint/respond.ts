import { errorBody } from '../answers/error-body.ts'
import type { Refusal } from '../answers/refusal.ts'
import type { Answer } from '../exchange/endpoint.ts'
import type { Lifetimes } from '../tokens/lifetimes.ts'
import type { SignedToken } from '../tokens/sign-token.ts'
import type { Grant, MoreMembers } from './grant.ts'
import type { Session } from './session.ts'

export function respondIssued(
  { tokenKind, lifetimeSeconds }: Grant,
  { token, claims }: SignedToken,
  more: MoreMembers | undefined,
  { t1Seconds, agentTokenSeconds }: Lifetimes,
  session: Session,
): Answer {
  const usualSeconds = tokenKind === 't1' ? t1Seconds : agentTokenSeconds
  // One second less than the lifetime, as captured: what is left when the answer is written.
  const seconds = Math.max(0, (lifetimeSeconds ?? usualSeconds) - 1)
  return {
    status: 200,
    headers: headersFor(session),
    body: more
      ? delegatedBody(token, seconds, more)
      : `{"token_type":"Bearer","expires_in":${seconds},"ext_expires_in":${seconds},"access_token":"${token}"}`,
    token: { issued: tokenKind, claims },
  }
}

/** In the order of public captures. */
function delegatedBody(token: string, seconds: number, { scope, ...more }: MoreMembers): string {
  return JSON.stringify({
    token_type: 'Bearer',
    scope,
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: token,
    ...more,
  })
}

export function respondRefused(refusal: Refusal, session: Session): Answer {
  const body = JSON.stringify(errorBody(refusal, session))
  return { status: refusal.rule.status, headers: headersFor(session), body }
}

/** Headers of every answer of the token endpoint, as captured in recordings of real traffic. */
export function headersFor({ request, traceId, correlationId }: Session): Answer['headers'] {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store, no-cache',
    pragma: 'no-cache',
    expires: '-1',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    p3p: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
    'x-xss-protection': '0',
    'x-ms-request-id': traceId,
    'x-ms-ests-server': '2.1.0 - agentid-conformance',
    'x-ms-srs': '1.P',
  }
  const asked = request.header('return-client-request-id') === 'true'
  return {
    ...headers,
    ...(asked && { 'client-request-id': correlationId }),
    // A single-page application reads its tokens, and why it gets none, from another origin.
    ...(request.header('origin') !== undefined && { 'access-control-allow-origin': '*' }),
  }
}
