import assert from 'node:assert/strict'
import { createHash, X509Certificate } from 'node:crypto'
import { describe, it } from 'node:test'
import { rootCertificates } from 'node:tls'
import type { JournalEntry } from '../mock-idp/index.ts'
import { judge } from './index.ts'
import { asked, brokenBy, brokenIn, fabrikam, issued, without } from './testing/breaches.ts'
import {
  billing,
  booking,
  concierge,
  graph,
  redemption,
  signedRequest,
  t1Claims,
  t1Request,
  trail,
} from './testing/trail.ts'

/** Any certificate, such as one that comes with Node. */
const { raw } = new X509Certificate(rootCertificates[0] ?? '')
const x5c = [raw.toString('base64')]
const thumbprint = createHash('sha256').update(raw).digest('base64url')

describe('a client without a mistake', () => {
  it('gets no finding', () => {
    assert.deepEqual(judge(trail([t1Request(), redemption()])), [])
    assert.deepEqual(brokenBy(signedRequest({ x5c, 'x5t#S256': thumbprint }), redemption()), [])
  })

  it('may add the scopes of OpenID Connect, in any order', () => {
    const scope = 'openid api://AzureADTokenExchange/.default profile email  offline_access'
    assert.deepEqual(brokenBy(t1Request({ parameters: { scope } })), [])
  })

  it('may present one assertion twice', () => {
    assert.deepEqual(brokenBy(signedRequest({}), signedRequest({})), [])
  })

  it('may send a redemption again that met a busy provider, although T1 expired meanwhile', () => {
    const at = (second: number) => `2026-11-23T12:00:0${second}.000Z`
    const assertion = t1Claims({ exp: Date.parse(at(2)) / 1000 })
    const fault = { fault: 503, description: 'busy' }
    const busy = redemption({ assertion, time: at(1), outcome: fault })
    assert.deepEqual(brokenBy(busy, redemption({ assertion, time: at(3) })), [])
    const other = redemption({ assertion, time: at(3), parameters: { scope: 'api://a/.default' } })
    assert.ok(brokenBy(busy, other).includes('RENEW-ASSERTION'))
  })

  it('may call Microsoft Graph with its token', () => {
    const claims = { sub: booking, aud: 'https://graph.microsoft.com' }
    const call = { ...contact('graph'), bearer: { header: {}, claims } }
    assert.deepEqual(brokenBy(t1Request(), call), [])
  })

  it('may name itself by HTTP Basic alone', () => {
    const { client_id: _, client_secret: __, ...parameters } = t1Request().parameters
    const request = { ...t1Request(), parameters, basicClientId: concierge }
    assert.deepEqual(brokenBy({ ...request, credentials: ['basic'] }), [])
  })

  it('may say that a token expires when it does, or earlier', () => {
    const ends = Date.parse('2026-11-23T12:00:00Z') / 1000 + 3600
    for (const expiresOn of [undefined, ends, ends - 900]) {
      assert.deepEqual(brokenIn({ asked: [{ ...asked, token: issued, expiresOn }] }), [])
    }
  })

  it('may write ids in another case', () => {
    const id = booking.toUpperCase()
    assert.deepEqual(brokenBy(t1Request({ parameters: { fmi_path: id } })), [])
  })
})

describe('a finding', () => {
  it('names rule, severity, what was expected, and the request that proves it', () => {
    const credentials = ['client_secret', 'client_assertion'] as const
    assert.deepEqual(judge(trail([t1Request({ credentials })], { asked: [] })), [
      {
        check: 'LEG-FMI-PATH',
        severity: 'MUST',
        message: 'fmi_path names a different agent identity than the caller',
        expected: 'no request',
        actual: booking,
        request: 1,
        clientId: concierge,
      },
      {
        check: 'SEND-ONE-CREDENTIAL',
        severity: 'MUST',
        message: 'the request carries more than one credential',
        expected: 'exactly one of client_secret, client_assertion, HTTP Basic',
        actual: 'client_secret and client_assertion',
        request: 1,
        clientId: concierge,
      },
    ])
  })
})

/** A request without a credential. */
function contact(endpoint: JournalEntry['endpoint'], host = 'localhost:8443'): JournalEntry {
  const plain = { credentials: [], assertion: undefined, parameters: {} } as const
  return { ...t1Request(), ...plain, endpoint, host }
}

const t1Bearer = t1Claims({})

const mistakes: readonly (readonly [string, readonly string[], JournalEntry])[] = [
  ['the request for T1 has no fmi_path', ['LEG-FMI-PATH'], without('fmi_path')],
  ['fmi_path is repeated', ['LEG-FMI-PATH'], t1Request({ repeatedParameters: ['fmi_path'] })],
  ['fmi_path is in the URL', ['LEG-FMI-PATH'], t1Request({ query: { fmi_path: booking } })],
  [
    'fmi_path is sent with the redemption',
    ['LEG-FMI-PATH'],
    redemption({ parameters: { fmi_path: booking } }),
  ],
  [
    'the T1 of another agent identity is presented',
    ['LEG-CREDENTIAL'],
    redemption({ assertion: t1Claims({ sub: `/eid1/c/pub/t/A/a/B/${billing}` }) }),
  ],
  ['T1 is asked for the resource', ['LEG-SCOPE'], t1Request({ parameters: { scope: graph } })],
  [
    'the client redeemed T1 for a different scope than requested',
    ['LEG-SCOPE'],
    redemption({ parameters: { scope: 'api://orders/.default' } }),
  ],
  ['another tenant is asked', ['AUTHORITY-TENANT'], t1Request({ tenantId: fabrikam })],
  [
    'a T1 of another tenant is presented',
    ['AUTHORITY-TENANT'],
    redemption({ assertion: t1Claims({ iss: `https://localhost/${fabrikam}/v2.0` }) }),
  ],
  ['no credential is presented', ['SEND-ONE-CREDENTIAL'], t1Request({ credentials: [] })],
  [
    'a missing value is written out',
    ['SEND-MISSING-VALUE'],
    t1Request({ parameters: { client_secret: 'undefined' } }),
  ],
  ['a secret is in the URL', ['SEND-IN-BODY'], t1Request({ credentialsInUrl: ['client_secret'] })],
  [
    'an assertion is for another tenant',
    ['SIGN-AUDIENCE'],
    signedRequest({}, { aud: `https://localhost:8443/${fabrikam}/oauth2/v2.0/token` }),
  ],
  ['an assertion has another algorithm', ['SIGN-HEADER'], signedRequest({ alg: 'HS256' })],
  ['an assertion names no certificate', ['SIGN-HEADER'], signedRequest({ 'x5t#S256': undefined })],
  ['a header is critical', ['SIGN-MEMBERS'], signedRequest({ crit: ['exp'] })],
  ['an algorithm is no text', ['SIGN-HEADER'], signedRequest({ alg: { toString: 1 } })],
  ['x5c holds what is no certificate', ['SIGN-HEADER'], signedRequest({ x5c: ['MIIB'] })],
  ['x5c is a text', ['SIGN-HEADER'], signedRequest({ x5c: '-----BEGIN CERTIFICATE-----' })],
  [
    'a thumbprint is padded',
    ['SIGN-THUMBPRINT'],
    signedRequest({ 'x5t#S256': `${'abc+/1'.padEnd(43, 'A')}=` }),
  ],
  ['an assertion names another subject', ['SIGN-CLAIMS'], signedRequest({}, { sub: booking })],
  ['an assertion has no end', ['SIGN-CLAIMS'], signedRequest({}, { exp: undefined })],
  ['an assertion has no id', ['SIGN-CLAIMS'], signedRequest({}, { jti: undefined })],
  [
    'an assertion holds for a year',
    ['SIGN-LIFETIME'],
    signedRequest({}, { exp: Date.parse('2027-11-23T12:00:00Z') / 1000 }),
  ],
  [
    'x5t holds a SHA-256 thumbprint',
    ['SIGN-THUMBPRINT-KIND'],
    signedRequest({ 'x5t#S256': undefined, x5t: 'A'.repeat(43) }),
  ],
  [
    'x5t#S256 holds a SHA-1 thumbprint',
    ['SIGN-THUMBPRINT-KIND'],
    signedRequest({ 'x5t#S256': 'A'.repeat(27) }),
  ],
  [
    'a secret is in the URL of the discovery document',
    ['AUTHORITY-CREDENTIAL'],
    { ...contact('discovery'), credentialsInUrl: ['client_secret'] },
  ],
  [
    'the discovery document is read with HTTP Basic',
    ['AUTHORITY-CREDENTIAL'],
    { ...contact('discovery'), credentials: ['basic'] },
  ],
  [
    'a token goes to a path that the authority does not have',
    ['AUTHORITY-CREDENTIAL'],
    { ...contact('unknown'), parameters: { token: '***' } },
  ],
  ['another port gets a credential', ['AUTHORITY-CREDENTIAL'], t1Request({ host: 'localhost:1' })],
  ['another port is asked for keys', ['AUTHORITY-HOST'], contact('keys', 'localhost:1')],
  ['T1 is a bearer token', ['LEG-T1-BEARER'], { ...contact('graph'), bearer: t1Bearer }],
  [
    'T1 has expired when it is presented',
    ['RENEW-ASSERTION'],
    redemption({ assertion: t1Claims({ exp: Date.parse('2026-11-23T12:00:00Z') / 1000 }) }),
  ],
]

describe('a mistake in a request is found under its rule, and under no other', () => {
  for (const [title, checks, request] of mistakes) {
    it(title, () => assert.deepEqual(brokenBy(request), checks))
  }
})
