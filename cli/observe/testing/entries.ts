import type { JournalEntry } from '../../../mock-idp/node.ts'

export const tenantId = '10000000-c0de-4a11-8000-000000000001'
export const concierge = '20000000-c0de-4a11-8000-000000000001'
export const booking = '30000000-c0de-4a11-8000-000000000001'

/** A request for T1 that was served, with changes. */
export function entry(sequence: number, change: Partial<JournalEntry> = {}): JournalEntry {
  return {
    sequence,
    tenantId,
    endpoint: 'token',
    time: '2026-11-01T12:00:00.000Z',
    method: 'POST',
    host: 'login.microsoftonline.com',
    path: `/${tenantId}/oauth2/v2.0/token`,
    query: {},
    httpStatus: 200,
    traceId: 'b37dd1a0-69d0-4d48-90a0-27f02ce88e00',
    correlationId: 'b37dd1a0-69d0-4d48-90a0-27f02ce88e00',
    userAgent: 'node',
    contentType: 'application/x-www-form-urlencoded',
    parameters: {
      client_id: concierge,
      client_secret: '***',
      scope: 'api://AzureADTokenExchange/.default',
      grant_type: 'client_credentials',
      fmi_path: booking,
    },
    repeatedParameters: [],
    credentials: ['client_secret'],
    basicClientId: undefined,
    credentialsInUrl: [],
    assertion: undefined,
    stage: 'issued',
    rulesLookedAt: [],
    outcome: { issued: 't1', claims: {} },
    expiresIn: 3599,
    ...change,
  }
}

/** Refused under a rule. */
export function refused(
  sequence: number,
  rule: string,
  aadsts: number,
  change: Partial<JournalEntry> = {},
) {
  const outcome = { refused: rule, error: 'invalid_request', aadsts }
  return entry(sequence, { httpStatus: 400, outcome, stage: 'request', ...change })
}
