import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nowMs, traceId } from '../testing/mock-world.ts'
import { refusalRule } from '../testing/refusal-rule.ts'
import { entraTimestamp, errorBody } from './error-body.ts'
import { Refusal } from './refusal.ts'

const occasion = {
  nowMs,
  traceId,
  correlationId: '76543210-ba98-4dec-90f1-32547698badc',
  origin: 'https://login.microsoftonline.com',
}

test('an error body has the members of captured ones, in their order', () => {
  const refusal = new Refusal(
    refusalRule('CRED-SECRET'),
    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app 'an-app'.",
  )
  assert.equal(
    JSON.stringify(errorBody(refusal, occasion)),
    '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app \'an-app\'. Trace ID: 01234567-89ab-4cde-8f01-23456789ab00 Correlation ID: 76543210-ba98-4dec-90f1-32547698badc Timestamp: 2026-11-23 12:00:00Z","error_codes":[7000215],"timestamp":"2026-11-23 12:00:00Z","trace_id":"01234567-89ab-4cde-8f01-23456789ab00","correlation_id":"76543210-ba98-4dec-90f1-32547698badc","error_uri":"https://login.microsoftonline.com/error?code=7000215"}',
  )
})

test('an error body has no error_uri where captured ones have none', () => {
  const refusal = new Refusal(
    refusalRule('SCOPE-DEFAULT'),
    'The provided value for scope a is not valid.',
  )
  assert.deepEqual(errorBody(refusal, occasion), {
    error: 'invalid_scope',
    error_description:
      'AADSTS1002012: The provided value for scope a is not valid. Trace ID: 01234567-89ab-4cde-8f01-23456789ab00 Correlation ID: 76543210-ba98-4dec-90f1-32547698badc Timestamp: 2026-11-23 12:00:00Z',
    error_codes: [1002012],
    timestamp: '2026-11-23 12:00:00Z',
    trace_id: '01234567-89ab-4cde-8f01-23456789ab00',
    correlation_id: '76543210-ba98-4dec-90f1-32547698badc',
  })
})

test('the error page is under the origin that the request used', () => {
  const refusal = new Refusal(refusalRule('CRED-PRESENT'), 'none')
  const { error_uri } = errorBody(refusal, { ...occasion, origin: 'https://localhost:8443' })
  assert.equal(error_uri, 'https://localhost:8443/error?code=7000216')
})

test('a timestamp has whole seconds and a Z behind a space-separated date and time', () => {
  assert.equal(entraTimestamp(Date.UTC(2026, 0, 2, 3, 4, 5, 999)), '2026-01-02 03:04:05Z')
})
