import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SignJWT } from 'jose'
import { seedIds, seedSecrets } from '../../directory/seed-ids.ts'
import {
  asserted,
  external,
  good,
  jwks,
  key,
  managedIdentityToken,
  mockOfIssuer,
  nowSeconds,
} from '../../testing/federated-tokens.ts'
import {
  askToken,
  claimsOf,
  exchangeScope,
  headerOf,
  mockOfContoso,
  openMock,
  redemption,
  t1Request,
  tokenOf,
} from '../../testing/mock-world.ts'

const idp = await openMock()
const federated = await mockOfIssuer()

test('a managed identity proves a blueprint, whose T1 says an assertion was used', async () => {
  const t1 = tokenOf(await askToken(idp, asserted(await managedIdentityToken(idp))))
  assert.equal(claimsOf(t1).azpacr, '2')
  assert.equal((await askToken(idp, redemption(t1))).status, 200)
})

test('a token of an external issuer proves a blueprint', async () => {
  assert.equal((await askToken(federated, asserted(await external()))).status, 200)
})

const refusals: readonly [string, object, string | undefined, string, number][] = [
  ['of another issuer', { iss: 'https://idp.example' }, undefined, 'FIC-ISSUER', 700211],
  ['signed with an unpublished key', {}, 'unknown', 'FIC-KEY', 7000272],
  ['for another audience', { aud: 'https://api.example' }, undefined, 'FIC-AUDIENCE', 700212],
  ['in other letter case', { sub: 'Workload' }, undefined, 'FIC-SUBJECT-CASE', 7002138],
  ['about another subject', { sub: 'other' }, undefined, 'FIC-SUBJECT', 700213],
  ['without a subject', { sub: undefined }, undefined, 'FIC-SUBJECT', 700213],
  ['that has not started', { nbf: nowSeconds + 301 }, undefined, 'FIC-START', 700024],
  ['that has expired', { exp: nowSeconds }, undefined, 'FIC-EXPIRED', 700024],
]

for (const [what, change, kid, rule, number] of refusals) {
  test(`a federated token ${what} is refused under ${rule}`, async () => {
    const answer = await askToken(federated, asserted(await external(change, kid)))
    assert.equal(answer.rule, rule)
    assert.equal(answer.status, 401)
    assert.equal(answer.body.error, 'invalid_client')
    assert.deepEqual(answer.body.error_codes, [number])
  })
}

test('a federated token whose signature does not verify is refused', async () => {
  const jwt = await external()
  for (const signature of ['', 'AAAA']) {
    const broken = [...jwt.split('.').slice(0, 2), signature].join('.')
    assert.equal((await askToken(federated, asserted(broken))).rule, 'FIC-SIGNATURE')
  }
})

test('a client without a federated identity credential accepts no federated token', async () => {
  const courier = { client_id: seedIds.courier, fmi_path: seedIds.parcel }
  const answer = await askToken(federated, asserted(await external(), courier))
  assert.equal(answer.rule, 'FIC-CONFIGURED')
  assert.deepEqual(answer.body.error_codes, [70025])
  assert.match(
    String(answer.body.error_description),
    /The client '20000000-c0de-4a11-8000-000000000002'\(Courier\) has no configured/,
  )
})

test('an audience of its own is compared exactly', async () => {
  const mock = await mockOfIssuer({ jwks }, { audience: 'api://Own' })
  const rule = async (aud: string) => (await askToken(mock, asserted(await external({ aud })))).rule
  assert.equal(await rule('api://Own'), null)
  assert.equal(await rule('api://own'), 'FIC-AUDIENCE')
})

test('of several federated identity credentials any one may match', async () => {
  const mock = await mockOfContoso((tenant) => ({
    ...tenant,
    issuers: [{ issuer: good.iss, jwks }],
    blueprints: (tenant.blueprints ?? []).map((one) => ({
      ...one,
      federatedCredentials: ['first', 'second'].map((subject) => ({
        name: subject,
        issuer: good.iss,
        subject,
      })),
    })),
  }))
  const rule = async (sub: string) => (await askToken(mock, asserted(await external({ sub })))).rule
  assert.equal(await rule('first'), null)
  assert.equal(await rule('second'), null)
  assert.equal(await rule('SECOND'), 'FIC-SUBJECT-CASE')
  assert.equal(await rule('third'), 'FIC-SUBJECT')
})

test('a token of Entra for another resource is no credential', async () => {
  const jwt = await managedIdentityToken(idp, `api://${seedIds.ledgerApi}`)
  const answer = await askToken(idp, asserted(jwt))
  assert.equal(answer.rule, 'FIC-ENTRA-AUDIENCE')
  assert.deepEqual(answer.body.error_codes, [7002121])
})

test('a token of an application is no credential, since it is not of a managed identity', async () => {
  const t1 = tokenOf(await askToken(idp, t1Request))
  const t2 = tokenOf(await askToken(idp, redemption(t1, { scope: exchangeScope })))
  const answer = await askToken(idp, asserted(t2))
  assert.equal(answer.rule, 'FIC-MSI-ONLY')
  assert.deepEqual(answer.body.error_codes, [700226])
})

test('a user token of Entra is no credential', async () => {
  const token = await managedIdentityToken(idp)
  for (const change of [{ idtyp: 'user' }, { idtyp: undefined }, { scp: 'access_agent' }]) {
    const userToken = await new SignJWT({ ...claimsOf(token), ...change })
      .setProtectedHeader({ ...headerOf(token), alg: 'RS256' })
      .sign(key)
    const answer = await askToken(idp, asserted(userToken))
    assert.equal(answer.rule, 'FIC-APP-ONLY')
    assert.deepEqual(answer.body.error_codes, [700229])
  }
})

test('the keys of an issuer on loopback are asked for, and those of no other', async () => {
  const iss = 'http://localhost:9000'
  const asked: string[] = []
  const fetch = async (url: string) => {
    asked.push(url)
    return Response.json(url.endsWith('/keys') ? jwks : { issuer: iss, jwks_uri: `${iss}/keys` })
  }
  const mock = await mockOfIssuer({ issuer: iss }, { issuer: iss }, { fetch })
  assert.equal((await askToken(mock, asserted(await external({ iss })))).status, 200)
  assert.deepEqual(asked, [`${iss}/.well-known/openid-configuration`, `${iss}/keys`])
  asked.length = 0
  const elsewhere = await mockOfIssuer({}, {}, { fetch })
  const answer = await askToken(elsewhere, asserted(await external()))
  assert.equal(answer.rule, 'FIC-DOCUMENTS')
  assert.deepEqual([answer.status, answer.body.error], [400, 'invalid_request'])
  assert.deepEqual(answer.body.error_codes, [501661])
  assert.deepEqual(asked, [])
})

test('keys that are none are answered with a refusal', async () => {
  for (const keys of [[], [{}], [{ kty: 'RSA', kid: 'external' }], [{ kty: 'oct', k: 'AA' }]]) {
    const mock = await mockOfIssuer({ jwks: { keys } })
    const { status, rule } = await askToken(mock, asserted(await external()))
    assert.equal(status, 401)
    assert.match(String(rule), /^FIC-(KEY|SIGNATURE)$/)
  }
})

test('an ordinary application may use a federated token too', async () => {
  const mock = await mockOfContoso((tenant) => ({
    ...tenant,
    issuers: [{ issuer: good.iss, jwks }],
    applications: (tenant.applications ?? []).map((one) => ({
      ...one,
      federatedCredentials: [{ name: 'f', issuer: good.iss, subject: good.sub }],
    })),
  }))
  const request = asserted(await external(), {
    client_id: seedIds.intranet,
    fmi_path: undefined,
    scope: `api://${seedIds.ordersApi}/.default`,
  })
  assert.equal(claimsOf(tokenOf(await askToken(mock, request))).azpacr, '2')
  assert.equal(seedSecrets.intranet in request, false)
})
