import type { Provider } from './provider-objects.ts'

export type ProviderAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
}

type Refusal = readonly [status: number, error: string, aadsts: number, hasPage: boolean]

/** In three of these the provider differs from the mock on purpose: a status, an error, a number. */
const refusals = {
  'TENANT-KNOWN': [400, 'invalid_request', 90002, true],
  'REQ-GRANT': [400, 'unsupported_grant_type', 70003, false],
  // The mock: 400.
  'CLIENT-KNOWN': [401, 'unauthorized_client', 700016, true],
  'CRED-PRESENT': [401, 'invalid_client', 7000216, true],
  'CRED-SECRET': [401, 'invalid_client', 7000215, true],
  // The mock: 1002012.
  'SCOPE-DEFAULT': [400, 'invalid_scope', 70011, false],
  // The mock: invalid_resource.
  'RESOURCE-KNOWN': [400, 'invalid_request', 500011, true],
  'FMI-PRESENT': [400, 'invalid_request', 82008, false],
  'FMI-KNOWN': [400, 'unauthorized_client', 700016, true],
  'FMI-OWN-AGENT': [400, 'unauthorized_client', 90013, false],
  'T1-SIGNATURE': [401, 'invalid_client', 7000274, false],
  'T1-PARENT': [401, 'invalid_client', 7002137, false],
  'T1-AGENT': [401, 'invalid_client', 7002137, false],
} as const satisfies Readonly<Record<string, Refusal>>

export type RefusalName = keyof typeof refusals

const headers = {
  'cache-control': 'no-store, no-cache',
  'content-type': 'application/json; charset=utf-8',
  expires: '-1',
  p3p: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
  pragma: 'no-cache',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
}

export class Refused extends Error {
  override readonly name = 'Refused'
  private readonly rule: RefusalName

  constructor(rule: RefusalName) {
    super(rule)
    this.rule = rule
  }

  answer({ authorityHost, newId, nowSeconds }: Provider, askedAs?: string): ProviderAnswer {
    const [status, error, aadsts, hasPage] = refusals[this.rule]
    const [traceId, correlationId] = [newId(), askedAs ?? newId()]
    const timestamp = new Date(nowSeconds() * 1000).toISOString().replace('T', ' ')
    return {
      status,
      headers: {
        ...headers,
        // The mock: no-store, no-cache.
        ...(this.rule === 'FMI-OWN-AGENT' && { 'cache-control': 'no-store' }),
        'x-ms-request-id': traceId,
        'set-cookie': `fpc=${newId()}; path=/; secure; HttpOnly`,
      },
      body: {
        error,
        error_description: `AADSTS${aadsts}: jane.doe@contoso.onmicrosoft.com was told no. Trace ID: ${traceId}`,
        error_codes: [aadsts],
        timestamp: timestamp.replace(/\.\d+Z$/, 'Z'),
        trace_id: traceId,
        correlation_id: correlationId,
        ...(hasPage && { error_uri: `${authorityHost}/error?code=${aadsts}` }),
      },
    }
  }
}

export function refuse(rule: RefusalName): never {
  throw new Refused(rule)
}

export function succeed(token: string): ProviderAnswer {
  return {
    status: 200,
    headers: { ...headers, 'x-ms-request-id': globalThis.crypto.randomUUID() },
    body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token },
  }
}
