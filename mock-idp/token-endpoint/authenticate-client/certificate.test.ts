import assert from 'node:assert/strict'
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import { SignJWT } from 'jose'
import { seedIds } from '../../directory/seed-ids.ts'
import {
  askToken,
  claimsOf,
  graphScope,
  jwtBearer,
  mockOfContoso,
  nowMs,
  type Parameters,
  storedSigningKey,
  t1Request,
  tokenOf,
} from '../../testing/mock-world.ts'

const { privateKeyPem, certificatePem: pem } = await storedSigningKey()
const key = createPrivateKey(privateKeyPem)
const der = new X509Certificate(pem).raw
const sha1 = createHash('sha1').update(der).digest('base64url')
const sha256 = createHash('sha256').update(der).digest('base64url')
const base64 = (hash: 'sha1' | 'sha256') => createHash(hash).update(der).digest('base64')
const nowSeconds = nowMs / 1000
const audience = `https://login.microsoftonline.com/${seedIds.contoso}/oauth2/v2.0/token`

const mockWith = (certificate: object = {}) =>
  mockOfContoso((tenant) => ({
    ...tenant,
    domains: ['contoso.example'],
    blueprints: (tenant.blueprints ?? []).map((one) => ({
      ...one,
      certificates: one.appId === seedIds.concierge ? [{ pem, ...certificate }] : [],
    })),
  }))
const idp = await mockWith()

const good = {
  aud: audience,
  iss: seedIds.concierge,
  sub: seedIds.concierge,
  jti: 'an id',
  iat: nowSeconds,
  nbf: nowSeconds,
  exp: nowSeconds + 600,
}

async function signed(change: object = {}, header: object = { 'x5t#S256': sha256 }) {
  const claims = { ...good, ...change }
  return new SignJWT(claims).setProtectedHeader({ alg: 'PS256', typ: 'JWT', ...header }).sign(key)
}

async function ask(jwt: string, change: Parameters = {}, mock = idp) {
  return askToken(mock, {
    ...t1Request,
    client_secret: undefined,
    client_assertion: jwt,
    client_assertion_type: jwtBearer,
    ...change,
  })
}

test('a certificate proves a blueprint, whose T1 says so', async () => {
  assert.equal(claimsOf(tokenOf(await ask(await signed()))).azpacr, '2')
})

for (const alg of ['PS256', 'RS256', 'RS384', 'RS512']) {
  test(`an assertion signed with ${alg} is accepted`, async () => {
    assert.equal((await ask(await signed({}, { alg, x5t: sha1 }))).status, 200)
  })
}

const identifiers: readonly [string, object][] = [
  ['x5t#S256', { 'x5t#S256': sha256 }],
  ['x5t', { x5t: sha1 }],
  ['x5t#S256 in base64url with padding, as MSAL for Python', { 'x5t#S256': `${sha256}=` }],
  ['x5t#S256 in base64, as MSAL for Go and for Java', { 'x5t#S256': base64('sha256') }],
  ['x5t in base64', { x5t: base64('sha1') }],
  ['kid, spelled as x5t', { kid: sha1 }],
  [
    'kid, spelled as in the portal',
    { kid: Buffer.from(sha1, 'base64url').toString('hex').toUpperCase() },
  ],
]

for (const [what, header] of identifiers) {
  test(`the certificate is identified by ${what}`, async () => {
    assert.equal((await ask(await signed({}, header))).status, 200)
  })
}

test('nbf and exp are accepted as strings, as MSAL.NET writes them', async () => {
  const times = { nbf: String(nowSeconds), exp: String(nowSeconds + 600), iat: undefined }
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${encode({ alg: 'RS256', typ: 'JWT', x5t: sha1, x5c: 'a string' })}.${encode({ ...good, ...times })}`
  const { sign } = await import('node:crypto')
  const jwt = `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
  assert.equal((await ask(jwt)).status, 200)
})

const audiences = [
  audience,
  `https://login.windows.net/${seedIds.contoso}/oauth2/v2.0/token`,
  `https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token`,
  `https://login.microsoftonline.com/${seedIds.contoso}/oauth2/token`,
]

for (const aud of audiences) {
  test(`an assertion for ${aud} is accepted`, async () => {
    assert.equal((await ask(await signed({ aud }))).status, 200)
  })
}

const refusals: readonly [string, object, object | undefined, string, number][] = [
  ['without a key identifier', {}, {}, 'CERT-THUMBPRINT', 5002723],
  [
    'of another client',
    { iss: seedIds.courier, sub: seedIds.courier },
    undefined,
    'CERT-ISSUER',
    700021,
  ],
  ['about another client', { sub: seedIds.courier }, undefined, 'CERT-SUBJECT', 50048],
  [
    'for another host',
    { aud: `https://idp.example/${seedIds.contoso}/oauth2/v2.0/token` },
    undefined,
    'CERT-AUDIENCE',
    700023,
  ],
  [
    'for another tenant',
    { aud: `https://localhost/${seedIds.fabrikam}/oauth2/v2.0/token` },
    undefined,
    'CERT-AUDIENCE',
    700023,
  ],
  [
    'for the issuer of the tenant',
    { aud: `https://localhost/${seedIds.contoso}/v2.0` },
    undefined,
    'CERT-AUDIENCE',
    700023,
  ],
  [
    'for the token exchange',
    { aud: 'api://AzureADTokenExchange' },
    undefined,
    'CERT-AUDIENCE',
    700023,
  ],
  [
    'for something that is no URL',
    { aud: 'the token endpoint' },
    undefined,
    'CERT-AUDIENCE',
    700023,
  ],
  ['that names another certificate', {}, { x5t: 'AAAA' }, 'CERT-KNOWN', 700027],
  ['that has not started', { nbf: nowSeconds + 301 }, undefined, 'CERT-START', 700024],
  ['that has expired', { exp: nowSeconds }, undefined, 'CERT-EXPIRED', 700024],
]

for (const [what, change, header, rule, number] of refusals) {
  test(`an assertion ${what} is refused under ${rule}`, async () => {
    const answer = await ask(await signed(change, header))
    assert.equal(answer.rule, rule)
    assert.equal(answer.status, 401)
    assert.equal(answer.body.error, 'invalid_client')
    assert.deepEqual(answer.body.error_codes, [number])
  })
}

test('an assertion may start five minutes from now', async () => {
  assert.equal((await ask(await signed({ nbf: nowSeconds + 300 }))).status, 200)
})

test('an assertion whose signature does not verify is refused', async () => {
  const jwt = await signed()
  for (const signature of ['AAAA', '', (await signed({ jti: 'other' })).split('.')[2]]) {
    const broken = [...jwt.split('.').slice(0, 2), signature].join('.')
    assert.equal((await ask(broken)).rule, 'CERT-SIGNATURE')
  }
})

test('a certificate of one client proves no other', async () => {
  const claims = { iss: seedIds.courier, sub: seedIds.courier }
  const answer = await ask(await signed(claims), { client_id: seedIds.courier })
  assert.equal(answer.rule, 'CERT-KNOWN')
  assert.match(
    String(answer.body.error_description),
    new RegExp(`Thumbprint of key used by client: '${sha256}'`),
  )
})

test('an agent identity has no certificate', async () => {
  const claims = { iss: seedIds.booking, sub: seedIds.booking }
  const asked = { client_id: seedIds.booking, scope: graphScope, fmi_path: undefined }
  assert.equal((await ask(await signed(claims), asked)).rule, 'CERT-KNOWN')
})

test('a certificate is accepted within its validity window only', async () => {
  for (const [window, rule] of [
    [{ startDateTime: '2026-11-23T12:00:01Z' }, 'CERT-VALID'],
    [{ endDateTime: '2026-11-23T12:00:00Z' }, 'CERT-VALID'],
    [{ startDateTime: '2026-11-23T12:00:00Z', endDateTime: '2026-11-23T12:00:01Z' }, null],
  ] as const) {
    assert.equal((await ask(await signed(), {}, await mockWith(window))).rule, rule)
  }
})
