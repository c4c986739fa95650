import { createKnownValues } from '../../wire/known-values/known-values.ts'
import type { SeenRequest } from '../http/see-request.ts'
import type { Answered } from '../journal/entry.ts'
import { nowMs, traceId } from './mock-world.ts'

export const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

const seen: SeenRequest = {
  method: 'POST',
  url: 'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token',
  origin: 'https://login.microsoftonline.com',
  host: 'login.microsoftonline.com',
  path: '/contoso.example/oauth2/v2.0/token',
  query: undefined,
  header: () => undefined,
  userAgent: 'test',
  contentType: 'application/x-www-form-urlencoded',
  authorization: undefined,
  tenantName: 'contoso.example',
  body: '',
  bodyTooLarge: false,
  form: { parameters: new Map(), repeated: [], malformedParameter: undefined },
}

type Change = Partial<Omit<Answered, 'request'>> & {
  readonly request?: Partial<SeenRequest>
  readonly repeated?: readonly string[]
}

/** A token request with these parameters, refused for its secret unless something else is told. */
export function answeredTo(
  parameters: Readonly<Record<string, string>>,
  { request, repeated = [], ...change }: Change = {},
): Answered {
  const form = {
    parameters: new Map(Object.entries(parameters)),
    repeated,
    malformedParameter: undefined,
  }
  return {
    kind: 'token',
    request: { ...seen, form, ...request },
    tenant: { id: '10000000-c0de-4a11-8000-000000000001' },
    nowMs,
    traceId,
    correlationId: traceId,
    examination: { lookedAt: ['REQ-METHOD', 'CRED-SECRET'] },
    status: 401,
    body: '',
    outcome: { refused: 'CRED-SECRET', error: 'invalid_client', aadsts: 7000215 },
    fault: undefined,
    secretsOf: () => createKnownValues(),
    ...change,
  }
}
