import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRule } from '../../mock-idp/index.ts'
import { fakeSurroundings, noonMs } from '../testing/fake-surroundings.ts'
import {
  agentClaims,
  customApiClaims,
  makeJwt,
  makeToken,
  t1Claims,
} from '../testing/make-token.ts'
import { judgeForApi } from './api-verdict.ts'
import { runExplain } from './run-explain.ts'

const audience = customApiClaims.aud
const judge = (change: Record<string, unknown>, header?: Record<string, unknown>) =>
  judgeForApi(makeToken({ ...customApiClaims, ...change }, header), audience, noonMs)
const rulesOf = (points: readonly { readonly rule: string }[]) => points.map(({ rule }) => rule)

test('nothing stands against a token of the tenant for the API', () => {
  const { refusals, remaining } = judge({})
  assert.deepEqual(refusals, [])
  assert.deepEqual(rulesOf(remaining), [
    'API-SIGNATURE',
    'API-TENANT',
    'API-ROLE',
    'API-AGENT-CLAIMS-ABSENT',
    'API-AGENT-IDENTITY',
  ])
})

const header = { typ: 'JWT', alg: 'RS256', kid: 'k' }
const wrong = [
  ['for another API', { aud: '50000000-c0de-4a11-8000-000000000002' }, {}, 'API-AUDIENCE'],
  ['for an API whose id begins alike', { aud: `${audience}0` }, {}, 'API-AUDIENCE'],
  ['for several APIs', { aud: [audience] }, {}, 'API-AUDIENCE'],
  [
    'of a host that looks alike',
    { iss: `https://login.microsoftonline.com.example/${customApiClaims.tid}/v2.0` },
    {},
    'API-ISSUER',
  ],
  ['of no tenant', { iss: 'https://login.microsoftonline.com/{tenantid}/v2.0' }, {}, 'API-ISSUER'],
  ['whose tid is another tenant', { tid: audience }, {}, 'API-TENANT-CLAIM'],
  ['that has expired', { exp: noonMs / 1000 - 301 }, {}, 'API-TIME'],
  ['that never ends', { exp: undefined }, {}, 'API-TIME'],
  ['that starts later', { nbf: noonMs / 1000 + 301 }, {}, 'API-TIME'],
  ['without roles and scopes', { roles: undefined }, {}, 'API-NO-PERMISSION'],
  ['that nobody signed', {}, { alg: 'none' }, 'API-ALG-NONE'],
  ['with an HMAC', {}, { alg: 'HS256' }, 'API-KEY-CONFUSION'],
  ['that brings its key', {}, { jwk: {} }, 'API-KEY-SOURCE'],
] as const

for (const [what, claims, change, rule] of wrong) {
  test(`a token ${what} has to be refused by ${rule}`, () => {
    assert.deepEqual(rulesOf(judge(claims, { ...header, ...change }).refusals), [rule])
    assert.equal(findRule(rule)?.kind, 'api')
  })
}

test('clocks may differ by five minutes', () => {
  assert.deepEqual(judge({ exp: noonMs / 1000 - 299 }).refusals, [])
})

test('T1 is refused for what it is, and since it is for somebody else', () => {
  const { refusals } = judgeForApi(makeToken(t1Claims), audience, noonMs)
  assert.deepEqual(rulesOf(refusals), ['API-T1', 'API-AUDIENCE', 'API-NO-PERMISSION'])
})

test('version 1 may name the identifier URI that holds the id', () => {
  const token = makeToken({ ...agentClaims, aud: `api://${audience}` })
  const { refusals, remaining } = judgeForApi(token, audience, noonMs)
  assert.deepEqual(refusals, [])
  assert.ok(rulesOf(remaining).includes('API-APPS'))
})

test('the exit code says whether the API must refuse the token', async () => {
  const good = fakeSurroundings()
  assert.equal(await runExplain(makeJwt(customApiClaims), good, { audience }), 0)
  assert.match(good.out(), /\nAccept it, if all of this holds[\s\S]*API-ROLE\n {2}.*Orders\.Read/)
  const bad = fakeSurroundings()
  assert.equal(await runExplain(makeJwt(t1Claims), bad, { audience }), 1)
  assert.match(bad.out(), /\nRefuse it\.\nAPI-T1\n/)
  await assert.rejects(runExplain('T1-AGENT', fakeSurroundings(), { audience }), /about a token/)
})
