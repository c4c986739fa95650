import { Refusal } from '../answers/refusal.ts'
import { secretIsKnown } from '../rules/client-secret.ts'
import type { Outcome, TokenAnswer } from '../token-endpoint/index.ts'
import { nowMs, traceId } from './mock-world.ts'

export const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
export const seen = {
  method: 'POST',
  origin: 'https://login.microsoftonline.com',
  host: 'login.microsoftonline.com',
  path: '/contoso.example/oauth2/v2.0/token',
  query: undefined,
  userAgent: 'test',
  contentType: 'application/x-www-form-urlencoded',
  authorization: undefined,
}
export const noSecrets = () => []
export const refused: Outcome = {
  refused: new Refusal(secretIsKnown, 'Invalid client secret provided.'),
}

/** What the token endpoint decided of a request with these parameters. */
export function answerTo(
  parameters: Readonly<Record<string, string>>,
  outcome = refused,
): TokenAnswer {
  return {
    status: 'issued' in outcome ? 200 : 401,
    headers: {},
    body: '',
    decision: {
      tenantId: '10000000-c0de-4a11-8000-000000000001',
      atMs: nowMs,
      traceId,
      correlationId: traceId,
      parameters: new Map(Object.entries(parameters)),
      repeated: [],
      rulesLookedAt: ['REQ-METHOD', 'CRED-SECRET'],
      outcome,
    },
  }
}
