import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Exchange, Value } from '../format.ts'
import { compareAnswers } from './compare-exchange.ts'

type Answer = Exchange['answer']

const refusal: Answer = {
  status: 400,
  headers: { 'cache-control': 'no-store, no-cache', 'x-ms-request-id': 'shape:guid' },
  body: {
    error: 'invalid_scope',
    error_codes: [70011],
    error_description: 'AADSTS70011: shape:prose',
    error_uri: '{authority}/error?code=shape:digits(5)',
    timestamp: 'shape:time(0000-00-00 00:00:00Z) time:+0s',
  },
}
const token = (
  claims: Readonly<Record<string, Value>>,
  header: Value = { alg: 'RS256' },
): Answer => ({
  status: 200,
  headers: {},
  body: {
    token_type: 'Bearer',
    expires_in: 3599,
    access_token: { header, claims, signature: 's' },
  },
})
const claims = { aud: '{Contoso}', exp: 'time:+3600s', roles: ['shape:role'] }
const withBody = (change: object): Answer => ({
  ...refusal,
  body: { ...(refusal.body as object), ...change },
})

test('the same answers do not differ, nor do times within a minute', () => {
  assert.deepEqual(compareAnswers(refusal, refusal), [])
  const later = withBody({ timestamp: 'shape:time(0000-00-00 00:00:00Z) time:-42s' })
  assert.deepEqual(compareAnswers(later, refusal), [])
  assert.deepEqual(compareAnswers(token({ ...claims, exp: 'time:+3541s' }), token(claims)), [])
})

test('a token is valid for anything between 60 and 90 minutes, give or take a minute', () => {
  assert.deepEqual(compareAnswers(token({ ...claims, exp: 'time:+5459s' }), token(claims)), [])
  for (const exp of ['time:+5461s', 'time:+3539s']) {
    assert.deepEqual(compareAnswers(token({ ...claims, exp }), token(claims)), [
      { kind: 'claim shape', where: 'exp', live: exp, mock: 'time:+3600s' },
    ])
  }
})

const cases: readonly (readonly [string, Answer, Answer, object])[] = [
  [
    'a status',
    { ...refusal, status: 401 },
    refusal,
    { kind: 'status', where: '', live: '401', mock: '400' },
  ],
  [
    'an error',
    withBody({ error: 'invalid_request' }),
    refusal,
    { kind: 'error', where: 'error', live: 'invalid_request', mock: 'invalid_scope' },
  ],
  [
    'a number, which description and page repeat',
    withBody({
      error_codes: [1_002_012],
      error_description: 'AADSTS1002012: shape:prose',
      error_uri: '{authority}/error?code=shape:digits(7)',
    }),
    refusal,
    { kind: 'code', where: 'error_codes', live: 'AADSTS1002012', mock: 'AADSTS70011' },
  ],
  [
    'a refusal and a token, which have nothing else in common',
    refusal,
    token(claims),
    { kind: 'status', where: '', live: '400, invalid_scope, AADSTS70011', mock: '200, a token' },
  ],
  [
    'a member deep in a list, by its place',
    withBody({ value: [{ id: '{Booking}' }, { id: '{Billing}', tags: [] }] }),
    withBody({ value: [{ id: '{Booking}' }, { id: 'shape:guid', tags: [] }] }),
    { kind: 'member shape', where: 'value[1].id', live: '{Billing}', mock: 'shape:guid' },
  ],
  [
    'lists of another length, whole',
    withBody({ value: ['{Booking}', '{Billing}'] }),
    withBody({ value: ['{Booking}'] }),
    {
      kind: 'member shape',
      where: 'value',
      live: '["{Booking}","{Billing}"]',
      mock: '["{Booking}"]',
    },
  ],
  [
    'a claim that only the tenant has',
    token({ ...claims, xms_new: 'shape:text(1-16)' }),
    token(claims),
    { kind: 'claim present', where: 'xms_new', live: 'shape:text(1-16)', mock: 'absent' },
  ],
  [
    'a claim that only the mock has',
    token({ aud: '{Contoso}', exp: 'time:+3600s' }),
    token(claims),
    { kind: 'claim absent', where: 'roles', live: 'absent', mock: '["shape:role"]' },
  ],
  [
    'what a claim looks like',
    token({ ...claims, aud: 'shape:url' }),
    token(claims),
    { kind: 'claim shape', where: 'aud', live: 'shape:url', mock: '{Contoso}' },
  ],
  [
    'the header of a token',
    token(claims, { alg: 'PS256' }),
    token(claims),
    { kind: 'claim shape', where: 'token header: alg', live: 'PS256', mock: 'RS256' },
  ],
  [
    'a member of the answer',
    withBody({ suberror: 'shape:text(1-16)' }),
    refusal,
    { kind: 'member present', where: 'suberror', live: 'shape:text(1-16)', mock: 'absent' },
  ],
  [
    'a header',
    { ...refusal, headers: { 'x-ms-request-id': 'shape:guid' } },
    refusal,
    { kind: 'header', where: 'cache-control', live: 'absent', mock: 'no-store, no-cache' },
  ],
  [
    'an answer and none',
    { status: 0, headers: {}, body: 'shape:nothing' },
    token(claims),
    { kind: 'status', where: '', live: '0', mock: '200, a token' },
  ],
]
for (const [name, live, mock, difference] of cases) {
  test(`tells ${name}, once`, () => {
    assert.deepEqual(compareAnswers(live, mock), [difference])
  })
}
