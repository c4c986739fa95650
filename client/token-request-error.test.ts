import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { TokenRequestError } from './token-request-error.ts'

test('the message says where, what and which request', () => {
  const error = new TokenRequestError({
    step: 'exchange-token',
    reason: 'unreachable',
    problem: 'no answer',
    networkCode: 'ECONNREFUSED',
    correlationId: 'c',
  })
  assert.equal(error.message, 'exchange-token: no answer (ECONNREFUSED) [correlation id c]')
})

test('a correlation id in the description is not repeated', () => {
  const error = new TokenRequestError({
    step: 'exchange-token',
    reason: 'refused',
    problem: 'refused',
    errorDescription: 'AADSTS1: no. Correlation ID: c-1',
    correlationId: 'c-1',
  })
  assert.equal(error.message, 'exchange-token: refused: AADSTS1: no. Correlation ID: c-1')
})

test('the headers of the answer can be asked for and are not shown', () => {
  const error = new TokenRequestError({
    step: 'agent-token',
    reason: 'refused',
    problem: 'refused',
    responseHeaders: new Headers({ 'x-echo': 'Zq8~canary' }),
  })
  assert.equal(error.responseHeaders?.get('x-echo'), 'Zq8~canary')
  assert.ok(!inspect(error, { depth: 10 }).includes('Zq8~canary'))
  assert.ok(!JSON.stringify(error).includes('Zq8~canary'))
})

test('a serialised error keeps its facts', () => {
  const error = new TokenRequestError({
    step: 'agent-token',
    reason: 'refused',
    problem: 'refused',
    httpStatus: 400,
    error: 'invalid_scope',
    errorCodes: [70011],
  })
  assert.deepEqual(JSON.parse(JSON.stringify(error)), {
    name: 'TokenRequestError',
    step: 'agent-token',
    reason: 'refused',
    httpStatus: 400,
    error: 'invalid_scope',
    errorCodes: [70011],
  })
})
