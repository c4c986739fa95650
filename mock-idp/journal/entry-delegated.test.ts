import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answeredTo, encode } from '../testing/answered.ts'
import { recordOf } from './entry.ts'

const jwt = (claims: object) => `${encode({ alg: 'RS256' })}.${encode(claims)}.c2lnbmF0dXJl`
const refreshToken = `1.A${'Zx9-'.repeat(32)}`
const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

test('a request on behalf of a user shows what the token of the user says, and not the token', () => {
  const assertion = jwt({ oid: 'Bea', scp: 'access_agent' })
  const entry = recordOf(answeredTo({ grant_type: jwtBearer, assertion }))()
  assert.equal(entry.leg, 'obo')
  assert.deepEqual(entry.userAssertion?.claims, { oid: 'Bea', scp: 'access_agent' })
  assert.equal(entry.parameters.assertion, '***')
  assert.ok(!JSON.stringify(entry).includes('c2lnbmF0dXJl'))
})

test('a request for an agent user shows what T2 says, and not T2', () => {
  const t2 = jwt({ sub: 'Booking' })
  const parameters = { grant_type: 'user_fic', user_federated_identity_credential: t2 }
  const entry = recordOf(answeredTo(parameters))()
  assert.equal(entry.leg, 'agentUser')
  assert.deepEqual(entry.userCredential?.claims, { sub: 'Booking' })
  assert.equal(entry.parameters.user_federated_identity_credential, '***')
})

test('a refresh token is not shown, whatever parameter, header or claim it stands in', () => {
  const entry = recordOf(
    answeredTo(
      {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        scope: `api://x ${refreshToken}`,
        client_assertion: jwt({ sub: refreshToken }),
      },
      { request: { userAgent: `app (${refreshToken})`, path: `/${refreshToken}/token` } },
    ),
  )()
  assert.equal(entry.leg, 'refresh')
  assert.ok(!JSON.stringify(entry).includes('Zx9-'), JSON.stringify(entry))
})

test('the code, the verifier and the device code of a sign-in are not shown', () => {
  const parameters = { code: 'canary-1', code_verifier: 'canary-2', device_code: 'canary-3' }
  const entry = recordOf(answeredTo(parameters))()
  assert.ok(!JSON.stringify(entry).includes('canary'), JSON.stringify(entry))
})

test('client_info is shown: it asks for ids, and is no secret', () => {
  assert.equal(recordOf(answeredTo({ client_info: '1' }))().parameters.client_info, '1')
})

for (const [name, request] of [
  ['assertion', {}],
  ['client_assertion', {}],
  ['user_federated_identity_credential', {}],
  ['authorization', { authorization: 'Bearer forged' }],
] as const) {
  test(`a forgery is named where it is presented: ${name}`, () => {
    const parameters = name === 'authorization' ? {} : { [name]: 'forged' }
    const isForged = (token: string) => token === 'forged'
    assert.deepEqual(recordOf(answeredTo(parameters, { request, isForged }))().forgeries, [name])
  })
}

test('what is no forgery is not named', () => {
  const entry = recordOf(answeredTo({ assertion: 'genuine' }, { isForged: () => false }))()
  assert.ok(!('forgeries' in entry))
})

test('a request of another endpoint is on no leg', () => {
  const entry = recordOf(answeredTo({ grant_type: 'user_fic' }, { kind: 'graph' }))()
  assert.ok(!('leg' in entry))
})
