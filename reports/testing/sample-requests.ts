import type { JournalEntry } from '../../mock-idp/index.ts'

export const tenantId = '3f1c7a52-0c5e-4b7f-9a44-6d2e8f10b3c9'
export const concierge = '8d0b2c1e-5a77-4f0e-b1a9-2c9d4e6f7a01'
export const booking = 'c4a9e6d2-1b3f-4c58-8e7a-90d1f2b3a402'
export const billing = 'e7f80123-9c4d-4a6b-b5c8-d7e6f5a4b303'

/** Whose ids these are. */
export const names = { [concierge]: 'Concierge', [booking]: 'Booking', [billing]: 'Billing' }

const exchange = 'api://AzureADTokenExchange/.default'
const graph = 'https://graph.microsoft.com/.default'
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const issuer = `https://localhost:8443/${tenantId}/v2.0`
const startMs = Date.UTC(2026, 10, 17, 9, 30)

type Given = Partial<JournalEntry> & { readonly sequence: number; readonly seconds?: number }

/** A request for T1 as msal-node sends it, answered with T1 unless told otherwise. */
export function t1Request({ seconds = 0, ...given }: Given, agent = booking): JournalEntry {
  return entry(
    seconds,
    {
      client_id: concierge,
      scope: exchange,
      grant_type: 'client_credentials',
      'x-client-SKU': 'msal.js.node',
      'x-client-VER': '7.2.1',
      'x-client-OS': 'linux',
      'x-client-CPU': 'x64',
      'x-ms-lib-capability': 'retry-after, h429',
      client_secret: '***',
      fmi_path: agent,
    },
    {
      stage: 'issued',
      outcome: {
        issued: 't1',
        claims: { iss: issuer, aud: exchange, sub: agentSubject(agent), idtyp: 'app' },
      },
      ...given,
    },
  )
}

/** The redemption of T1, answered with an agent token unless told otherwise. */
export function redemption(
  { seconds = 0, ...given }: Given,
  agent = booking,
  t1Agent = agent,
): JournalEntry {
  return entry(
    seconds,
    {
      client_id: agent,
      scope: graph,
      grant_type: 'client_credentials',
      client_assertion_type: assertionType,
      client_assertion: '***',
    },
    {
      credentials: ['client_assertion'],
      assertion: {
        header: { alg: 'RS256', typ: 'JWT', kid: 'tenant-signing-1' },
        claims: { iss: issuer, aud: exchange, sub: agentSubject(t1Agent), exp: 1794911399 },
      },
      stage: 'issued',
      outcome: {
        issued: 'agent',
        claims: { aud: 'https://graph.microsoft.com', appid: agent, xms_par_app_azp: concierge },
      },
      ...given,
    },
  )
}

export function agentSubject(agent: string): string {
  return `/eid1/c/pub/t/${tenantId}/a/${concierge}/${agent}`
}

function entry(
  seconds: number,
  parameters: Readonly<Record<string, string>>,
  given: Partial<JournalEntry> & Pick<JournalEntry, 'sequence' | 'stage' | 'outcome'>,
): JournalEntry {
  return {
    tenantId,
    endpoint: 'token',
    time: new Date(startMs + seconds * 1000).toISOString(),
    method: 'POST',
    host: 'localhost:8443',
    path: `/${tenantId}/oauth2/v2.0/token`,
    query: {},
    contentType: 'application/x-www-form-urlencoded;charset=utf-8',
    repeatedParameters: [],
    credentials: ['client_secret'],
    basicClientId: undefined,
    credentialsInUrl: [],
    expiresIn: 'issued' in given.outcome ? 3599 : undefined,
    httpStatus: 200,
    traceId: `7b1d0000-0000-4000-8000-00000000000${given.sequence}`,
    correlationId: `a5f30000-0000-4000-8000-00000000000${given.sequence}`,
    userAgent: 'node',
    parameters,
    assertion: undefined,
    rulesLookedAt: [],
    ...given,
  }
}
