import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { tokenRequestStages } from '../rules/order-of-enforcement.ts'
import { rulesOf } from '../rules/stage.ts'
import { answeredTo, encode } from '../testing/answered.ts'
import { recordOf } from './entry.ts'

test('a refusal is recorded with its rule, error and number', () => {
  const answered = answeredTo({ grant_type: 'client_credentials', client_secret: 'wrong' })
  assert.deepEqual(recordOf(answered)(), {
    tenantId: '10000000-c0de-4a11-8000-000000000001',
    endpoint: 'token',
    time: '2026-11-23T12:00:00.000Z',
    method: 'POST',
    host: 'login.microsoftonline.com',
    query: {},
    contentType: 'application/x-www-form-urlencoded',
    repeatedParameters: [],
    credentials: ['client_secret'],
    basicClientId: undefined,
    credentialsInUrl: [],
    expiresIn: undefined,
    path: '/contoso.example/oauth2/v2.0/token',
    httpStatus: 401,
    traceId: '01234567-89ab-4cde-8f01-23456789ab00',
    correlationId: '01234567-89ab-4cde-8f01-23456789ab00',
    userAgent: 'test',
    parameters: { grant_type: 'client_credentials', client_secret: '***' },
    assertion: undefined,
    stage: 'credential',
    rulesLookedAt: ['REQ-METHOD', 'CRED-SECRET'],
    outcome: { refused: 'CRED-SECRET', error: 'invalid_client', aadsts: 7000215 },
  })
})

const stages = [
  ['REQ-METHOD', 'request'],
  ['TENANT-KNOWN', 'tenant'],
  ['CLIENT-KNOWN', 'client'],
  ['CRED-SECRET', 'credential'],
  ['ASSERT-JWT', 'credential'],
  ['CERT-KNOWN', 'credential'],
  ['FIC-ISSUER', 'credential'],
  ['T1-AGENT', 'credential'],
  ['SCOPE-SINGLE', 'resource'],
  ['RESOURCE-KNOWN', 'resource'],
  ['FMI-OWN-AGENT', 'fmi_path'],
] as const

for (const [last, stage] of stages) {
  test(`a request whose last rule is ${last} got as far as ${stage}`, () => {
    const answered = answeredTo({}, { examination: { lookedAt: ['REQ-METHOD', last] } })
    assert.equal(recordOf(answered)().stage, stage)
  })
}

test('only the form and the parameters of a token request are the stage of the request', () => {
  const further = tokenRequestStages.filter(
    ({ about }) => about !== 'the form' && about !== 'the parameters',
  )
  assert.equal(further.length, tokenRequestStages.length - 2)
  for (const { id } of rulesOf(further)) {
    const entry = recordOf(answeredTo({}, { examination: { lookedAt: [id] } }))()
    assert.notEqual(entry.stage, 'request', id)
  }
})

test('an issued token is recorded by its claims, without the token', () => {
  const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.signature'
  const outcome = { issued: 't1', claims: { sub: 'a' } }
  const body = `{"access_token":"${token}"}`
  const entry = recordOf(answeredTo({}, { status: 200, outcome, body }))()
  assert.deepEqual(entry.outcome, { issued: 't1', claims: { sub: 'a' } })
  assert.equal(entry.stage, 'issued')
  assert.ok(!JSON.stringify(entry).includes('signature'))
})

test('an issued token is recorded with what the answer says of its end', () => {
  const outcome = { issued: 'agent', claims: {} }
  const expiresIn = (body: string) => recordOf(answeredTo({}, { outcome, body }))().expiresIn
  assert.equal(expiresIn('{"token_type":"Bearer","expires_in":3599}'), 3599)
  assert.equal(expiresIn('{"expires_in":"12"}'), 12)
  assert.equal(expiresIn('{"ext_expires_in":3599}'), undefined)
})

test('an answer that a fault changed is recorded as what was decided, and as the fault', () => {
  const fault = { description: 'member token_type removed', replacedBy: undefined }
  const entry = recordOf(answeredTo({}, { fault }))()
  assert.equal('refused' in entry.outcome, true)
  assert.equal(entry.fault, 'member token_type removed')
})

test('an answer that a fault replaced is recorded as the fault', () => {
  const fault = { description: 'answered 503', replacedBy: 503 }
  const entry = recordOf(answeredTo({}, { fault }))()
  assert.equal(entry.httpStatus, 503)
  assert.deepEqual(entry.outcome, { fault: 503, description: 'answered 503' })
  assert.equal(entry.fault, 'answered 503')
})

test('a client assertion is shown as header and claims', () => {
  const jwt = `${encode({ alg: 'RS256', kid: 'k' })}.${encode({ iss: 'a', sub: 'b' })}.c2lnbmF0dXJl`
  const entry = recordOf(answeredTo({ client_assertion: jwt }))()
  assert.deepEqual(entry.parameters, { client_assertion: '***' })
  assert.deepEqual(entry.assertion, {
    header: { alg: 'RS256', kid: 'k' },
    claims: { iss: 'a', sub: 'b' },
  })
})

test('a client assertion that cannot be read is not shown', () => {
  const jwt = `${encode('no object')}.${encode('no object')}.c2lnbmF0dXJl`
  const entry = recordOf(answeredTo({ client_assertion: jwt }))()
  assert.equal(entry.assertion, undefined)
})

test('no signature survives in an entry, whatever parameter its JWT comes in', () => {
  const name = fc.oneof(
    fc.constantFrom('scope', 'client_id', 'fmi_path', 'client_assertion', 'client_assertion_type'),
    fc.stringMatching(/^[a-z_]{1,12}$/),
  )
  const signature = fc.stringMatching(/^[\w-]{40,80}$/)
  return fc.assert(
    fc.property(name, signature, (parameter, signed) => {
      const jwt = `${encode({ alg: 'RS256' })}.${encode({ sub: 'a' })}.${signed}`
      const entry = recordOf(answeredTo({ [parameter]: jwt }))()
      assert.ok(!JSON.stringify(entry).includes(signed))
    }),
  )
})

test('no secret survives in an entry, even where a body was no form', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9~._-]{34,44}$/)
  return fc.assert(
    fc.property(secret, (value) => {
      const parameters = { client_secret: value, [`{"client_secret":"${value}"}`]: '', [value]: '' }
      const entry = recordOf(answeredTo(parameters))()
      assert.ok(!JSON.stringify(entry).includes(value))
    }),
  )
})
