import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { readTokenAnswer } from './read-answer.ts'
import { answerWith } from './testing/answer.ts'
import { jwt } from './testing/fake-identity-provider.ts'
import { TokenRequestError } from './token-request-error.ts'

const good = { token_type: 'Bearer', expires_in: 3599, access_token: 'opaque' }
const read = (body: unknown, status = 200) =>
  readTokenAnswer(answerWith(JSON.stringify(body), { status }))

test('a good answer is a token and when it expires, counted from the request', () => {
  assert.deepEqual(read(good), { token: 'opaque', expiresAtMs: 4_599_000 })
})

test('expires_in may be a number written as text', () => {
  assert.equal(read({ ...good, expires_in: '3599' }).expiresAtMs, 4_599_000)
})

test('token_type is compared without regard to case', () => {
  assert.equal(read({ ...good, token_type: 'bearer' }).token, 'opaque')
})

const unusable: readonly (readonly [string, string])[] = [
  ['is empty', ''],
  ['is HTML', '<!doctype html><title>Sign in</title>'],
  ['is null', 'null'],
  ['is an array', '[]'],
  ['is a text', '"token"'],
  ['has no access_token', JSON.stringify({ ...good, access_token: undefined })],
  ['has an empty access_token', JSON.stringify({ ...good, access_token: '' })],
  ['has a blank access_token', JSON.stringify({ ...good, access_token: ' ' })],
  ['has a number for access_token', JSON.stringify({ ...good, access_token: 7 })],
  ['has no token_type', JSON.stringify({ ...good, token_type: undefined })],
  ['has a token_type nobody can use', JSON.stringify({ ...good, token_type: 'pop' })],
  ['has no expires_in', JSON.stringify({ ...good, expires_in: undefined })],
  ['has a negative expires_in', JSON.stringify({ ...good, expires_in: -1 })],
  ['has words for expires_in', JSON.stringify({ ...good, expires_in: 'soon' })],
  ['has an infinite expires_in', '{"token_type":"Bearer","expires_in":1e999,"access_token":"a"}'],
]

for (const [what, text] of unusable) {
  test(`a 200 that ${what} is an error, not a token`, () => {
    assert.throws(() => readTokenAnswer(answerWith(text)), {
      name: 'TokenRequestError',
      reason: 'unusable-answer',
      httpStatus: 200,
    })
  })
}

for (const [status, reason] of [
  [400, 'refused'],
  [401, 'refused'],
  [408, 'refused'],
  [429, 'unavailable'],
  [500, 'unavailable'],
  [503, 'unavailable'],
  [204, 'unusable-answer'],
  [302, 'unusable-answer'],
] as const) {
  test(`HTTP ${status} is ${reason}`, () => {
    assert.throws(() => read(good, status), { reason, httpStatus: status })
  })
}

test('a refusal carries every fact the server gives', () => {
  const body = {
    error: 'invalid_client',
    error_description: 'AADSTS7000215: Invalid client secret provided.',
    error_codes: [7000215],
    suberror: 'bad_token',
    trace_id: '5a4b3c2d-0000-4000-8000-000000000001',
    correlation_id: '5a4b3c2d-0000-4000-8000-000000000002',
  }
  const answer = answerWith(JSON.stringify(body), { status: 401, headers: { 'retry-after': '7' } })
  assert.throws(() => readTokenAnswer(answer), {
    name: 'TokenRequestError',
    message:
      'agent-token: refused (HTTP 401, invalid_client): AADSTS7000215: Invalid client secret ' +
      'provided. [correlation id 5a4b3c2d-0000-4000-8000-000000000002]',
    step: 'agent-token',
    reason: 'refused',
    httpStatus: 401,
    error: 'invalid_client',
    errorDescription: 'AADSTS7000215: Invalid client secret provided.',
    errorCodes: [7000215],
    suberror: 'bad_token',
    traceId: '5a4b3c2d-0000-4000-8000-000000000001',
    correlationId: '5a4b3c2d-0000-4000-8000-000000000002',
    retryAfterSeconds: 7,
  })
})

test('without a correlation id of the server, the one that was sent is named', () => {
  assert.throws(() => readTokenAnswer(answerWith('<html>', { status: 502 })), {
    message:
      'agent-token: not served (HTTP 502) [correlation id 99999999-9999-4999-8999-999999999999]',
    correlationId: '99999999-9999-4999-8999-999999999999',
    errorCodes: [],
  })
})

test('the message of App Service is its description', () => {
  const text = '{"statusCode":400,"message":"No identity"}'
  assert.throws(() => readTokenAnswer(answerWith(text, { status: 400 })), {
    errorDescription: 'No identity',
  })
})

const outcomeOf = (text: string, status: number, secrets: readonly string[] = []) => {
  try {
    readTokenAnswer(answerWith(text, { status, secrets }))
    return undefined
  } catch (error) {
    assert.ok(error instanceof TokenRequestError, inspect(error))
    return error
  }
}

const status = fc.constantFrom(200, 201, 302, 400, 401, 429, 500)
const member = fc.constantFrom(
  ...['access_token', 'token_type', 'expires_in', 'error', 'error_description'],
  ...['error_codes', 'message', 'correlation_id', 'trace_id', 'suberror'],
)

test('a body of whatever shape is a token or a TokenRequestError', () => {
  const body = fc.oneof(fc.jsonValue(), fc.dictionary(member, fc.jsonValue()))
  fc.assert(
    fc.property(body, status, (value, code) => {
      outcomeOf(JSON.stringify(value), code)
    }),
  )
})

test('a body that is no JSON is a TokenRequestError', () => {
  fc.assert(
    fc.property(fc.string(), status, (text, code) => {
      assert.ok(outcomeOf(`<${text}`, code))
    }),
  )
})

test('whatever the server echoes and wherever, no error shows the secret or a JWT', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9~+/=&_.-]{20,60}$/)
  const refusals = fc.constantFrom(200, 302, 400, 401, 429, 500)
  fc.assert(
    fc.property(secret, fc.uniqueArray(member), refusals, (value, members, code) => {
      const token = jwt({ sub: value })
      const echo = `You sent ${value} and ${token}`
      const entries = members.map((name) => [name, name === 'error_codes' ? [echo, 7] : echo])
      const error = outcomeOf(JSON.stringify(Object.fromEntries(entries)), code, [value])
      const shown = [
        String(error),
        error?.message,
        JSON.stringify(error),
        inspect(error, { depth: 10 }),
      ]
      for (const text of shown) {
        assert.ok(!text?.includes(value), text)
        assert.ok(!text?.includes(token.split('.')[1] ?? ''), text)
      }
    }),
  )
})
