import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordManagedIdentity } from './record-managed-identity.ts'

const decision = {
  tenantId: '10000000-c0de-4a11-8000-000000000001',
  atMs: Date.UTC(2026, 10, 23, 12),
  traceId: '01234567-89ab-4cde-8f01-23456789ab00',
  rulesLookedAt: ['MI-METHOD', 'MI-HEADER'],
}
const seen = {
  method: 'GET',
  origin: 'http://localhost:8080',
  host: 'localhost:8080',
  path: '/msi/token',
  query: new URLSearchParams({ resource: 'api://AzureADTokenExchange', secret: 'canary' }),
  userAgent: undefined,
  contentType: undefined,
}
const noSecrets = () => []

test('the journal tells of a managed identity token by its claims, secrets masked', () => {
  const outcome = { issued: 'managed-identity' as const, claims: { azp: 'one' } }
  const body = { expires_in: '86400' }
  const answer = { status: 200, headers: {}, body, decision: { ...decision, outcome } }
  assert.deepEqual(recordManagedIdentity(seen, answer, noSecrets)(), {
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
  const answer = { status: 403, headers: {}, body: undefined }
  const decided = { ...answer, decision: { ...decision, outcome } }
  const entry = recordManagedIdentity(seen, decided, noSecrets)()
  assert.equal(entry.stage, 'request')
  assert.equal(entry.httpStatus, 403)
  assert.equal(entry.expiresIn, undefined)
})
