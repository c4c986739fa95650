import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { JournalEntry } from '../mock-idp/index.ts'
import type { Evidence } from './evidence.ts'
import { judge } from './index.ts'
import {
  billing,
  booking,
  concierge,
  evidence,
  graph,
  redemption,
  signedRequest,
  t1Claims,
  t1Request,
  tenant,
  tokenWith,
} from './testing/evidence.ts'

const fabrikam = '10000000-c0de-4a11-8000-000000000002'
const asked = { agentIdentity: booking, tenantId: tenant, scope: graph }

const brokenBy = (...requests: JournalEntry[]) =>
  judge(evidence(requests, { asked: [asked] })).map(({ check }) => check)
const brokenIn = (others: Partial<Evidence>) =>
  judge(evidence([t1Request(), redemption()], others)).map(({ check }) => check)

describe('a client without a mistake', () => {
  it('gets no finding', () => {
    assert.deepEqual(judge(evidence([t1Request(), redemption()])), [])
    assert.deepEqual(brokenBy(signedRequest({ x5c: ['MIIB'] }), redemption()), [])
  })

  it('may add the scopes of OpenID Connect', () => {
    const scope = 'api://AzureADTokenExchange/.default openid profile offline_access'
    assert.deepEqual(brokenBy(t1Request({ parameters: { scope } })), [])
  })

  it('may write ids in another case', () => {
    const id = booking.toUpperCase()
    assert.deepEqual(brokenBy(t1Request({ parameters: { fmi_path: id } })), [])
  })
})

describe('a finding', () => {
  it('names rule, severity, what was expected, and the request that proves it', () => {
    const credentials = ['client_secret', 'client_assertion'] as const
    assert.deepEqual(judge(evidence([t1Request({ credentials })], { asked: [] })), [
      {
        check: 'T1-1',
        severity: 'MUST',
        message: 'fmi_path names an agent identity that nobody asked for',
        expected: 'no request',
        actual: booking,
        request: 1,
        clientId: concierge,
      },
      {
        check: 'CRED-1',
        severity: 'MUST',
        message: 'the request presents more than one credential',
        expected: 'exactly one of client_secret, client_assertion, HTTP Basic',
        actual: 'client_secret and client_assertion',
        request: 1,
        clientId: concierge,
      },
    ])
  })
})

const without = (name: string): JournalEntry => {
  const request = t1Request()
  const { [name]: _, ...parameters } = request.parameters
  return { ...request, parameters }
}

const mistakes: readonly (readonly [string, readonly string[], JournalEntry])[] = [
  ['T1 is asked for without fmi_path', ['T1-1'], without('fmi_path')],
  ['fmi_path is repeated', ['T1-1'], t1Request({ repeatedParameters: ['fmi_path'] })],
  ['fmi_path is in the URL', ['T1-1'], t1Request({ query: { fmi_path: booking } })],
  [
    'fmi_path is sent with the redemption',
    ['T1-1'],
    redemption({ parameters: { fmi_path: booking } }),
  ],
  [
    'the T1 of another agent identity is presented',
    ['LEG-1'],
    redemption({ assertion: t1Claims({ sub: `/eid1/c/pub/t/A/a/B/${billing}` }) }),
  ],
  ['T1 is asked for the resource', ['LEG-2'], t1Request({ parameters: { scope: graph } })],
  [
    'T1 is redeemed for a scope that nobody asked for',
    ['LEG-2'],
    redemption({ parameters: { scope: 'api://orders/.default' } }),
  ],
  ['another tenant is asked', ['TEN-1'], t1Request({ tenantId: fabrikam })],
  [
    'a T1 of another tenant is presented',
    ['TEN-1'],
    redemption({ assertion: t1Claims({ iss: `https://localhost/${fabrikam}/v2.0` }) }),
  ],
  ['no credential is presented', ['CRED-1'], t1Request({ credentials: [] })],
  [
    'a missing value is written out',
    ['CRED-2'],
    t1Request({ parameters: { client_secret: 'undefined' } }),
  ],
  ['a secret is in the URL', ['CRED-3'], t1Request({ credentialsInUrl: ['client_secret'] })],
  [
    'an assertion is for another tenant',
    ['ASSERT-1'],
    signedRequest({}, { aud: `https://localhost:8443/${fabrikam}/oauth2/v2.0/token` }),
  ],
  ['an assertion has another algorithm', ['ASSERT-2'], signedRequest({ alg: 'HS256' })],
  ['an assertion names no certificate', ['ASSERT-2'], signedRequest({ 'x5t#S256': undefined })],
  ['x5c is a text', ['ASSERT-2'], signedRequest({ x5c: '-----BEGIN CERTIFICATE-----' })],
  ['a thumbprint is padded', ['ASSERT-5'], signedRequest({ 'x5t#S256': 'abc+/1=' })],
  ['an assertion names another subject', ['ASSERT-4'], signedRequest({}, { sub: booking })],
  ['an assertion has no id', ['ASSERT-4'], signedRequest({}, { jti: undefined })],
  [
    'an assertion holds for a year',
    ['ASSERT-4'],
    signedRequest({}, { exp: Date.parse('2027-11-23T12:00:00Z') / 1000 }),
  ],
  [
    'T1 has expired when it is presented',
    ['EXP-2'],
    redemption({ assertion: t1Claims({ exp: Date.parse('2026-11-23T12:00:00Z') / 1000 }) }),
  ],
]

describe('a mistake in a request is found under its rule, and under no other', () => {
  for (const [title, checks, request] of mistakes) {
    it(title, () => assert.deepEqual(brokenBy(request), checks))
  }
})

describe('what a client hands out and writes', () => {
  it('is compared with what was issued to whom', () => {
    const handedOut = { ...asked, agentIdentity: billing, token: tokenWith('uti-of-agent') }
    assert.ok(brokenIn({ asked: [{ ...asked }, handedOut] }).includes('ID-2'))
    assert.ok(brokenIn({ asked: [{ ...asked, token: tokenWith('unknown') }] }).includes('ID-2'))
    assert.ok(brokenIn({ asked: [{ ...asked, token: 'no token at all' }] }).includes('ID-2'))
  })

  it('holds no secret and no JWT, and the finding does not repeat it', () => {
    const [finding] = judge(evidence([], { asked: [], said: 'line one\nsecret=canary' }))
    assert.equal(finding?.check, 'LOG-1')
    assert.equal(finding?.actual, 'a secret of this run, in line 2 of what it wrote')
    assert.deepEqual(brokenIn({ said: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.' }), ['LOG-1'])
    assert.deepEqual(brokenIn({ said: 'nothing of the kind', secrets: ['', 'canary'] }), [])
  })

  it('goes to no other host', () => {
    assert.deepEqual(brokenIn({ strangeHosts: ['login.example:443'] }), ['DISC-2'])
  })
})

describe('what a caller asked for', () => {
  it('is not held against the client a second time', () => {
    const blank = { ...asked, agentIdentity: 'undefined' }
    const request = t1Request({ parameters: { fmi_path: 'undefined' } })
    assert.deepEqual(judge(evidence([request], { asked: [blank] })), [])
    const empty = { ...asked, agentIdentity: '' }
    assert.deepEqual(judge(evidence([without('fmi_path')], { asked: [empty] })), [])
  })

  it('is not known of a program that is only watched', () => {
    const requests = [t1Request({ tenantId: fabrikam }), redemption({ tenantId: tenant })]
    assert.deepEqual(judge(evidence(requests, { asked: undefined })), [])
  })
})
