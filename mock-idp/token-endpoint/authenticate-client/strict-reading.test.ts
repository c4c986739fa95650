import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../../directory/seed-ids.ts'
import {
  askToken,
  control,
  jwtBearer,
  openMock,
  redemption,
  t1Request,
  tokenOf,
} from '../../testing/mock-world.ts'

const idp = await openMock()
const t1 = tokenOf(await askToken(idp, t1Request))
const [head = '', payload = '', signature = ''] = t1.split('.')

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const header = { alg: 'RS256', kid: 'a key' }
const claims = { iss: seedIds.concierge, sub: seedIds.concierge, aud: 'x', exp: 1_900_000_000 }

async function refused(jwt: string) {
  const { status, rule, body } = await askToken(idp, {
    ...t1Request,
    client_secret: undefined,
    client_assertion: jwt,
    client_assertion_type: jwtBearer,
  })
  return { status, rule, error: body.error, numbers: body.error_codes }
}

const changed = (header: unknown, claims: unknown) => `${encode(header)}.${encode(claims)}.AAAA`

/** Spellings of T1 that a decoder which forgives takes for the same. */
const spellings: Readonly<Record<string, string>> = {
  'a signature with white space': `${head}.${payload}.${signature} `,
  'a signature with a line break': `${head}.${payload}.${signature.slice(0, 9)}\n${signature.slice(9)}`,
  'a signature with padding': `${head}.${payload}.${signature}==`,
  'a signature with other bits behind its last byte': `${head}.${payload}.${signature.slice(0, -1)}${next(signature.at(-1))}`,
  'a signature in base64': `${head}.${payload}.${signature.replace(/[A-Z]/, '+')}`,
  'a fourth part': `${t1}.`,
  'white space before it': ` ${t1}`,
  'a header with padding': `${head}=.${payload}.${signature}`,
}

function next(last = ''): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return alphabet[alphabet.indexOf(last) + 1] ?? ''
}

for (const [what, jwt] of Object.entries(spellings)) {
  test(`T1 with ${what} is no JWT`, async () => {
    const { rule, body } = await askToken(idp, redemption(jwt))
    assert.equal(rule, 'ASSERT-JWT')
    assert.deepEqual(body.error_codes, [50027])
  })
}

for (const [name, value] of [
  ['crit', ['exp']],
  ['b64', false],
  ['jku', 'https://idp.example/keys'],
  ['jwk', { kty: 'RSA' }],
  ['x5u', 'https://idp.example/certificate'],
  ['cty', 'JWT'],
  ['zip', 'DEF'],
  ['gty', 'client_credentials'],
  ['ALG', 'RS256'],
  ['__proto__', 'x'],
] as const) {
  test(`an assertion with ${name} in its header is refused, as Entra does with what it does not know`, async () => {
    const text = JSON.stringify(header).replace(
      '{',
      `{${JSON.stringify(name)}:${JSON.stringify(value)},`,
    )
    const jwt = `${Buffer.from(text).toString('base64url')}.${encode(claims)}.AAAA`
    assert.deepEqual(await refused(jwt), {
      status: 400,
      rule: 'ASSERT-HEADER',
      error: 'invalid_request',
      numbers: [5002726],
    })
  })
}

for (const [what, jwt] of [
  [
    'an alg that is an object with its own toString',
    changed({ ...header, alg: { toString: 1 } }, claims),
  ],
  ['an alg of null', changed({ ...header, alg: null }, claims)],
  ['a kid that is a list', changed({ ...header, kid: ['a key'] }, claims)],
  ['a thumbprint that is a number', changed({ ...header, x5t: 1 }, claims)],
  ['a chain of numbers', changed({ ...header, x5c: [1] }, claims)],
  ['an issuer that is an object', changed(header, { ...claims, iss: { toString: 1 } })],
  ['a subject that is a list', changed(header, { ...claims, sub: [seedIds.concierge] })],
  ['an id that is a number', changed(header, { ...claims, jti: 1 })],
  ['an audience that is a number', changed(header, { ...claims, aud: 1 })],
  ['a list of audiences with a number', changed(header, { ...claims, aud: ['x', 1] })],
  ['a start that is no number', changed(header, { ...claims, nbf: 'now' })],
  ['a start that is a list', changed(header, { ...claims, nbf: [1] })],
  ['a time of issue that is true', changed(header, { ...claims, iat: true })],
  ['an expiry that is an object', changed(header, { ...claims, exp: {} })],
  ['an expiry with a fraction as text', changed(header, { ...claims, exp: '1.5' })],
] as const) {
  test(`an assertion with ${what} is malformed`, async () => {
    const expected = {
      status: 400,
      rule: 'ASSERT-VALUES',
      error: 'invalid_request',
      numbers: [50027],
    }
    assert.deepEqual(await refused(jwt), expected)
  })
}

for (const typ of ['at+jwt', 'JWS', 'application/jwt', '']) {
  test(`an assertion of the type '${typ}' is refused`, async () => {
    assert.deepEqual(await refused(changed({ ...header, typ }, claims)), {
      status: 400,
      rule: 'ASSERT-JWT-TYPE',
      error: 'invalid_request',
      numbers: [5002727],
    })
  })
}

for (const typ of ['JWT', 'jwt', 'http://openid.net/specs/jwt/1.0', undefined]) {
  test(`an assertion of the type '${typ}' is read on`, async () => {
    assert.equal((await refused(changed({ ...header, typ }, claims))).rule, 'CERT-AUDIENCE')
  })
}

test('an assertion that nests deep is no JWT, and the journal can still be read', async () => {
  const deep = `{"alg":${'['.repeat(5_000)}${']'.repeat(5_000)}}`
  const encoded = Buffer.from(deep).toString('base64url')
  for (const jwt of [`${encoded}.${encode(claims)}.AAAA`, `${encode(header)}.${encoded}.AAAA`]) {
    assert.equal((await refused(jwt)).rule, 'ASSERT-JWT')
  }
  const journal = await control(idp, 'GET', `/requests?tenant=${seedIds.contoso}`)
  assert.equal(journal.status, 200)
})
