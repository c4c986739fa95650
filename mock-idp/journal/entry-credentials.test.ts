import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createKnownValues } from '../../wire/known-values/known-values.ts'
import { answeredTo, encode } from '../testing/answered.ts'
import { recordOf } from './entry.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const presented = [
  ['none', {}, [], undefined, []],
  ['an empty one', { client_secret: '', client_assertion: '' }, [], undefined, []],
  ['one never filled in', { client_secret: 'undefined' }, [], undefined, ['client_secret']],
  [
    'a secret twice',
    { client_secret: 'a' },
    ['client_secret'],
    undefined,
    ['client_secret', 'client_secret'],
  ],
  ['HTTP Basic', {}, [], 'client:secret', ['basic']],
  ['HTTP Basic without a secret', {}, [], 'client:', []],
  [
    'every kind',
    { client_assertion: 'a', client_secret: 'b' },
    ['scope'],
    'client:secret',
    ['client_secret', 'client_assertion', 'basic'],
  ],
] as const

for (const [what, parameters, repeated, basic, credentials] of presented) {
  test(`of the credentials of a request ${what} is counted`, () => {
    const authorization = basic && `Basic ${base64(basic)}`
    const entry = recordOf(answeredTo(parameters, { repeated, request: { authorization } }))()
    assert.deepEqual(entry.credentials, credentials)
    assert.equal(entry.basicClientId, basic && 'client')
  })
}

test('a parameter that was sent again is named once, and all keep their order', () => {
  const parameters = { scope: 's', client_id: 'c', grant_type: 'g' }
  const entry = recordOf(answeredTo(parameters, { repeated: ['scope', 'x.y', 'scope'] }))()
  assert.deepEqual(entry.repeatedParameters, ['scope', '***'])
  assert.deepEqual(Object.keys(entry.parameters), ['scope', 'client_id', 'grant_type'])
})

test('of a URL the query is kept, and what is secret in it is named and hidden', () => {
  const query = new URLSearchParams({
    'client-request-id': 'one',
    client_secret: 'canary',
    x: `${encode({ alg: 'none' })}.${encode({})}.c2lnbmF0dXJl`,
    y: 'has concierge-secret in it',
    token_type: 'Bearer',
    access_token: 'undefined',
  })
  const secretsOf = () => createKnownValues(['concierge-secret'])
  const entry = recordOf(answeredTo({}, { request: { query }, secretsOf }))()
  assert.deepEqual(entry.query, {
    'client-request-id': 'one',
    client_secret: '***',
    x: '***',
    y: 'has *** in it',
    token_type: 'Bearer',
    access_token: 'undefined',
  })
  assert.deepEqual(entry.credentialsInUrl, ['client_secret', 'x', 'y'])
})

test('a secret of the tenant is hidden in whatever innocent place it stands', () => {
  const secret = 'concierge-secret'
  const request = {
    path: `/${secret}/oauth2/v2.0/token`,
    userAgent: secret,
    contentType: `application/x-www-form-urlencoded; ${secret}`,
    authorization: `Basic ${base64(`${secret}:x`)}`,
  }
  const parameters = { scope: `${secret}/.default`, client_id: secret }
  const entry = recordOf(
    answeredTo(parameters, { request, secretsOf: () => createKnownValues([secret]) }),
  )()
  assert.ok(!JSON.stringify(entry).includes(secret))
  assert.deepEqual(entry.parameters, { scope: '***/.default', client_id: '***' })
  assert.equal(entry.basicClientId, '***')
})

test('HTTP Basic with its secret for a client id hides it', () => {
  const authorization = `Basic ${base64('one:one')}`
  const entry = recordOf(answeredTo({}, { request: { authorization } }))()
  assert.equal(entry.basicClientId, '***')
})

test('of a body that is no form only parameters of the protocol are shown', () => {
  const parameters = { client_id: 'c', b: 'rest of a secret' }
  const entry = recordOf(answeredTo(parameters, { request: { contentType: 'text/plain' } }))()
  assert.deepEqual(entry.parameters, { client_id: 'c' })
})
