import type { JournalEntry } from '../../mock-idp/index.ts'
import type { Trail } from '../trail.ts'

export const tenant = '10000000-c0de-4a11-8000-000000000001'
export const concierge = '20000000-c0de-4a11-8000-000000000001'
export const booking = '30000000-c0de-4a11-8000-000000000001'
export const billing = '30000000-c0de-4a11-8000-000000000002'
export const graph = 'https://graph.microsoft.com/.default'
const exchange = 'api://AzureADTokenExchange/.default'

const entry: JournalEntry = {
  sequence: 1,
  tenantId: tenant,
  endpoint: 'token',
  time: '2026-11-23T12:00:00.000Z',
  method: 'POST',
  host: 'localhost:8443',
  path: `/${tenant}/oauth2/v2.0/token`,
  query: {},
  httpStatus: 200,
  traceId: '01234567-89ab-4cde-8f01-23456789ab00',
  correlationId: '01234567-89ab-4cde-8f01-23456789ab00',
  userAgent: undefined,
  contentType: 'application/x-www-form-urlencoded',
  parameters: {},
  repeatedParameters: [],
  credentials: ['client_secret'],
  credentialsInUrl: [],
  basicClientId: undefined,
  assertion: undefined,
  stage: 'issued',
  rulesLookedAt: [],
  outcome: { issued: 't1', claims: { uti: 'uti-of-t1' } },
  expiresIn: 3599,
}

/** A good request for T1, changed in one way. */
export function t1Request(change: Partial<JournalEntry> = {}): JournalEntry {
  const { parameters, ...others } = change
  return {
    ...entry,
    parameters: {
      client_id: concierge,
      scope: exchange,
      grant_type: 'client_credentials',
      client_secret: '***',
      fmi_path: booking,
      ...parameters,
    },
    ...others,
  }
}

/** A good redemption, changed in one way. */
export function redemption(change: Partial<JournalEntry> = {}): JournalEntry {
  const { parameters, ...others } = change
  return {
    ...entry,
    sequence: 2,
    credentials: ['client_assertion'],
    parameters: {
      client_id: booking,
      scope: graph,
      grant_type: 'client_credentials',
      client_assertion: '***',
      ...parameters,
    },
    assertion: t1Claims({}),
    outcome: {
      issued: 'agent',
      claims: { uti: 'uti-of-agent', exp: Date.parse(entry.time) / 1000 + 3600 },
    },
    ...others,
  }
}

export function t1Claims(change: Readonly<Record<string, unknown>>): JournalEntry['assertion'] {
  const claims = {
    iss: `https://localhost:8443/${tenant}/v2.0`,
    sub: `/eid1/c/pub/t/AAAA/a/BBBB/${booking}`,
    uti: 'uti-of-t1',
    exp: Date.parse(entry.time) / 1000 + 3600,
    ...change,
  }
  return { header: { typ: 'JWT', alg: 'RS256', kid: 'k' }, claims }
}

/** A request for T1 with a certificate: header and claims may be changed. */
export function signedRequest(
  header: Readonly<Record<string, unknown>>,
  claims: Readonly<Record<string, unknown>> = {},
): JournalEntry {
  return t1Request({
    credentials: ['client_assertion'],
    assertion: {
      header: { typ: 'JWT', alg: 'PS256', 'x5t#S256': 'abc-_1'.padEnd(43, 'A'), ...header },
      claims: {
        aud: `https://${entry.host}${entry.path}`,
        iss: concierge,
        sub: concierge,
        jti: 'one',
        exp: Date.parse(entry.time) / 1000 + 600,
        ...claims,
      },
    },
  })
}

/** A token whose payload says only its number. */
export function tokenWith(uti: string): string {
  return `e30.${Buffer.from(JSON.stringify({ uti })).toString('base64url')}.signature`
}

export function trail(requests: readonly JournalEntry[], others: Partial<Trail> = {}): Trail {
  return {
    requests,
    asked: [
      {
        agentIdentity: booking,
        tenantId: tenant,
        scope: graph,
        token: tokenWith('uti-of-agent'),
      },
    ],
    said: '',
    secrets: ['canary'],
    strangeHosts: [],
    ...others,
  }
}
