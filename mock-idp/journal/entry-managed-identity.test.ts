import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answeredTo } from '../testing/answered.ts'
import { recordOf } from './entry.ts'

const request = {
  method: 'GET',
  origin: 'http://localhost:8080',
  host: 'localhost:8080',
  path: '/msi/token',
  query: new URLSearchParams({ resource: 'api://AzureADTokenExchange', secret: 'canary' }),
  userAgent: undefined,
  contentType: undefined,
}
const asked = {
  kind: 'managedIdentity' as const,
  request,
  examination: { lookedAt: ['MI-METHOD', 'MI-HEADER'] },
}

test('the journal tells of a managed identity token by its claims, secrets masked', () => {
  const outcome = { issued: 'managed-identity' as const, claims: { azp: 'one' } }
  const body = '{"expires_in":"86400"}'
  const answered = answeredTo({}, { ...asked, status: 200, body, outcome })
  assert.deepEqual(recordOf(answered)(), {
    tenantId: '10000000-c0de-4a11-8000-000000000001',
    endpoint: 'managedIdentity',
    method: 'GET',
    host: 'localhost:8080',
    path: '/msi/token',
    query: { resource: 'api://AzureADTokenExchange', secret: '***' },
    userAgent: undefined,
    contentType: undefined,
    repeatedParameters: [],
    credentials: [],
    basicClientId: undefined,
    credentialsInUrl: ['secret'],
    expiresIn: 86_400,
    time: '2026-11-23T12:00:00.000Z',
    httpStatus: 200,
    traceId: '01234567-89ab-4cde-8f01-23456789ab00',
    correlationId: '01234567-89ab-4cde-8f01-23456789ab00',
    parameters: { resource: 'api://AzureADTokenExchange', secret: '***' },
    assertion: undefined,
    stage: 'issued',
    rulesLookedAt: ['MI-METHOD', 'MI-HEADER'],
    outcome,
  })
})

test('the journal tells that a managed identity was refused at the request', () => {
  const outcome = { refused: 'MI-HEADER', error: 'invalid_request', aadsts: undefined }
  const entry = recordOf(answeredTo({}, { ...asked, status: 403, body: null, outcome }))()
  assert.equal(entry.stage, 'request')
  assert.equal(entry.httpStatus, 403)
  assert.equal(entry.expiresIn, undefined)
})
