import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordManagedIdentity } from './record-managed-identity.ts'

const decision = {
  tenantId: '10000000-c0de-4a11-8000-000000000001',
  atMs: Date.UTC(2026, 10, 23, 12),
  traceId: '01234567-89ab-4cde-8f01-23456789ab00',
  rulesLookedAt: ['MI-METHOD', 'MI-HEADER'],
}
const seen = { method: 'GET', path: '/msi/token', userAgent: undefined }
const query = new URLSearchParams({ resource: 'api://AzureADTokenExchange', secret: 'canary' })

test('the journal tells of a managed identity token by its claims, secrets masked', () => {
  const outcome = { issued: 'managed-identity' as const, claims: { azp: 'one' } }
  assert.deepEqual(recordManagedIdentity({ ...seen, query }, { ...decision, outcome }, 200)(), {
    ...seen,
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
  const entry = recordManagedIdentity({ ...seen, query }, { ...decision, outcome }, 403)()
  assert.equal(entry.stage, 'request')
  assert.equal(entry.httpStatus, 403)
})
