import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RequestSummary } from '../../mock-idp/node.ts'
import { describeRequest } from './describe-request.ts'

const request: RequestSummary = {
  tenantId: 'contoso',
  endpoint: 'token',
  time: '2026-11-23T12:00:00.000Z',
  method: 'POST',
  host: 'localhost:8443',
  path: '/contoso/oauth2/v2.0/token',
  query: {},
  httpStatus: 200,
  traceId: '',
  correlationId: '',
  userAgent: undefined,
  contentType: undefined,
  parameters: {},
  repeatedParameters: [],
  credentials: [],
  basicClientId: undefined,
  credentialsInUrl: [],
  assertion: undefined,
  stage: 'issued',
  rulesLookedAt: [],
  outcome: { issued: 't1', claims: {} },
  expiresIn: 3599,
}
const hostile = { client_id: 'a\u001b[2J\n12:00:00 200 b', fmi_path: '\u202e' }
const refused = { refused: 'X-RULE', error: 'invalid_client', aadsts: 70025 }
const document = '/contoso/discovery/v2.0/keys'

const lines: readonly (readonly [Partial<RequestSummary>, string])[] = [
  [{ parameters: { client_id: 'a', fmi_path: 'b' } }, '12:00:00 200 a: issued T1 for b'],
  [{ parameters: hostile }, '12:00:00 200 a\\u001b[2J\\u000a12:00:00 200 b: issued T1 for \\u202e'],
  [{ basicClientId: 'a' }, '12:00:00 200 a: issued T1'],
  [
    { httpStatus: 401, outcome: refused },
    '12:00:00 401 no client id: refused under X-RULE (invalid_client, AADSTS70025)',
  ],
  [
    { endpoint: 'keys', method: 'GET', path: document, outcome: { answered: 'keys' } },
    '12:00:00 200 GET /contoso/discovery/v2.0/keys',
  ],
  [
    {
      ...{ endpoint: 'managedIdentity', method: 'GET', path: '/msi/token', httpStatus: 400 },
      outcome: { ...refused, aadsts: undefined },
    },
    '12:00:00 400 GET /msi/token: refused under X-RULE (invalid_client)',
  ],
]

for (const [change, line] of lines) {
  test(`a request is told as "${line}"`, () => {
    assert.equal(describeRequest({ ...request, ...change }), line)
  })
}
