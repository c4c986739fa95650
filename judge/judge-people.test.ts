import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { JournalEntry } from '../mock-idp/index.ts'
import { judge } from './index.ts'
import {
  billing,
  booking,
  concierge,
  graph,
  redemption,
  t1Claims,
  t1Request,
  tenant,
  trail,
} from './testing/trail.ts'
import type { Answered } from './trail.ts'

const [bea, carlos] = ['bea-id', 'carlos-id']
const now = Date.parse('2026-11-23T12:00:00Z') / 1000
const jwt = (claims: object) =>
  ['{"alg":"none"}', JSON.stringify(claims), 's']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.')
const view = (claims: object) => ({ header: { alg: 'none' }, claims })
const tc = { uti: 'tc-of-bea', oid: bea, aud: concierge }
const t2 = { aud: 'fb60f99c-7a34-4190-8149-302f77469936', azp: booking, sub: booking }
const uti = 'uti-of-agent'
const issued = (oid: string, more: object = {}): JournalEntry['outcome'] => ({
  issued: 'on-behalf-of',
  claims: { uti, oid, scp: 'Mail.Read', exp: now + 3600, ...more },
})

const call = { agentIdentity: booking, tenantId: tenant, scope: graph } as const
const forBea: Answered = { ...call, flow: 'obo', userAssertion: jwt(tc), token: jwt({ uti }) }
const forUser: Answered = { ...call, flow: 'agentUser', user: { oid: bea }, token: jwt({ uti }) }

type Change = Partial<JournalEntry>
const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

function exchange({ parameters, ...change }: Change = {}): JournalEntry {
  const form = { grant_type: jwtBearer, requested_token_use: 'on_behalf_of', assertion: '***' }
  const userAssertion = view(tc)
  return redemption({
    outcome: issued(bea),
    userAssertion,
    ...change,
    parameters: { ...form, ...parameters },
  })
}

const guid = '72000000-c0de-4a11-8000-000000000001'

function forAgentUser({ parameters, ...change }: Change = {}): JournalEntry {
  const form = { grant_type: 'user_fic', user_id: guid }
  const userCredential = view(t2)
  return redemption({
    outcome: issued(bea),
    userCredential,
    ...change,
    parameters: { ...form, ...parameters },
  })
}

/** Its scope is that of the first request. */
function renewal(change: Change = {}): JournalEntry {
  const form = { grant_type: 'refresh_token', refresh_token: '***' }
  const request = redemption({ outcome: issued(bea), ...change, parameters: form })
  const { scope: _, ...parameters } = request.parameters
  return { ...request, parameters }
}

const brokenOf = (asked: readonly Answered[] | undefined, ...requests: JournalEntry[]) =>
  judge(trail([t1Request(), ...requests], { asked })).map(({ check }) => check)

const bySecret: Change = { credentials: ['client_secret'], assertion: undefined }
const graphCall = (claims: object): JournalEntry => ({
  ...t1Request({ bearer: view(claims) }),
  endpoint: 'graph',
  credentials: [],
  parameters: {},
})

describe('a client that acts for people without a mistake gets no finding', () => {
  for (const [what, asked, request] of [
    ['an exchange', forBea, exchange()],
    ['a request for an agent user', forUser, forAgentUser()],
    [
      'T2 before it',
      forUser,
      redemption({ parameters: { scope: 'api://AzureADTokenExchange/.default' } }),
    ],
    ['a renewal without a scope', forBea, renewal()],
    [
      'scopes of OpenID Connect',
      forBea,
      exchange({ parameters: { scope: `openid ${graph} offline_access` } }),
    ],
  ] as const) {
    it(what, () =>
      assert.deepEqual(
        brokenOf([{ ...asked, ...(what.startsWith('T2') && { token: undefined }) }], request),
        [],
      ),
    )
  }

  it('the exchange of an ordinary application, which is only watched', () => {
    const ordinary = exchange({ ...bySecret, parameters: { client_id: 'ordinary' } })
    assert.deepEqual(brokenOf(undefined, ordinary), [])
  })

  it('the sign-in of a public client, which has no credential', () => {
    const form = { client_id: 'public', grant_type: 'authorization_code', scope: graph }
    const request = redemption({ credentials: [], assertion: undefined, parameters: form })
    assert.deepEqual(brokenOf(undefined, request), [])
  })
})

const mistakes: readonly (readonly [string, readonly string[], Answered, JournalEntry])[] = [
  [
    'as the blueprint',
    ['LEG-OBO-CLIENT'],
    { ...forBea, token: undefined },
    exchange({ ...bySecret, parameters: { client_id: concierge } }),
  ],
  ['with a secret', ['LEG-OBO-CREDENTIAL'], forBea, exchange(bySecret)],
  ['with T2', ['LEG-OBO-CREDENTIAL'], forBea, exchange({ assertion: view(t2) })],
  [
    'without its use',
    ['LEG-OBO-USE'],
    forBea,
    exchange({ parameters: { requested_token_use: 'other' } }),
  ],
  [
    'with the token of another',
    ['LEG-OBO-ASSERTION'],
    forBea,
    exchange({ userAssertion: view({ ...tc, uti: 'other' }) }),
  ],
  [
    'whose token goes to another person',
    ['PERSON-OWN-TOKEN'],
    forBea,
    exchange({ outcome: issued(carlos) }),
  ],
  ['that a token of the agent replaces', ['PERSON-FALLBACK'], forBea, redemption()],
  [
    'in the form of 2025',
    ['LEG-USER-GRANT'],
    forUser,
    forAgentUser({ parameters: { grant_type: jwtBearer } }),
  ],
  ['as a user with a secret', ['LEG-USER-CREDENTIAL'], forUser, forAgentUser(bySecret)],
  [
    'as a user with T1 for T2',
    ['LEG-USER-T2'],
    forUser,
    forAgentUser({ userCredential: t1Claims({ aud: t2.aud }) }),
  ],
  [
    'as a user with T2 of another',
    ['LEG-USER-T2'],
    forUser,
    forAgentUser({ userCredential: view({ ...t2, azp: billing }) }),
  ],
  [
    'as a user with two names',
    ['LEG-USER-ONE-NAME'],
    forUser,
    forAgentUser({ parameters: { username: 'a@b.example' } }),
  ],
  [
    'as a user with a name for an id',
    ['LEG-USER-NAME-KIND'],
    forUser,
    forAgentUser({ parameters: { user_id: 'a@b.example' } }),
  ],
  [
    'as a user with an expired T2',
    ['RENEW-T2'],
    forUser,
    forAgentUser({ userCredential: view({ ...t2, exp: now - 1 }) }),
  ],
  ['that renews with a secret', ['RENEW-PERSON-CREDENTIAL'], forBea, renewal(bySecret)],
  ['that renews for another', ['RENEW-OWN-PERSON'], forBea, renewal({ outcome: issued(carlos) })],
]

describe('a mistake is found under its rule, and under no other: a client', () => {
  for (const [what, checks, asked, request] of mistakes) {
    it(what, () => assert.deepEqual(brokenOf([asked], request), checks))
  }

  it('that calls a resource with T2', () => {
    assert.deepEqual(brokenOf([forUser], forAgentUser(), graphCall(t2)), ['LEG-T2-BEARER'])
  })

  it('that calls a resource with the token of the person', () => {
    assert.deepEqual(brokenOf([forBea], exchange(), graphCall(tc)), ['PERSON-TOKEN-ELSEWHERE'])
    assert.deepEqual(brokenOf(undefined, exchange(), graphCall(tc)), ['PERSON-TOKEN-ELSEWHERE'])
  })

  it('that writes a refresh token down', () => {
    const said = `got 1.A${'x'.repeat(128)}`
    const checks = judge(trail([], { asked: [], said })).map(({ check }) => check)
    assert.deepEqual(checks, ['LOG-SECRETS'])
  })
})
