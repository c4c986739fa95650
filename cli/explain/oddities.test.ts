import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonObject } from '../../wire/json-object.ts'
import { noonMs } from '../testing/fake-surroundings.ts'
import {
  agent,
  agentClaims,
  blueprint,
  customApiClaims,
  makeToken,
  t1Claims,
} from '../testing/make-token.ts'
import { findOddities } from './oddities.ts'
import { readToken } from './read-token.ts'

const oddThings = (claims: JsonObject, header?: JsonObject) =>
  findOddities(makeToken(claims, header), noonMs).map(({ what }) => what)

const rs256 = { typ: 'JWT', alg: 'RS256', kid: 'k' }

test("nothing is odd about an agent's token for Microsoft Graph", () => {
  assert.deepEqual(findOddities(makeToken(agentClaims), noonMs), [])
})

test('T1 is said to be no token for an API', () => {
  assert.deepEqual(findOddities(makeToken(t1Claims), noonMs), [
    {
      what: 'It is T1. If it reached an API, the client left out step 2.',
      todo: 'Present it as client_assertion with client_id = the agent identity, and send what comes back.',
    },
  ])
})

test('an expired token says since when', () => {
  const claims = { ...agentClaims, exp: noonMs / 1000 - 90 }
  assert.deepEqual(oddThings(claims), ['It expired 1 min 30 s ago.'])
})

test('a token of the future says when it starts', () => {
  const claims = { ...agentClaims, nbf: noonMs / 1000 + 60 }
  assert.deepEqual(oddThings(claims), ['It is not valid yet: it starts in 1 min.'])
})

test('a token that ends before it starts, or never, is odd', () => {
  assert.deepEqual(oddThings({ ...agentClaims, nbf: agentClaims.exp }).slice(-1), [
    'It ends before it starts: it is never valid.',
  ])
  const { exp: _, ...endless } = agentClaims
  assert.deepEqual(oddThings(endless), ['It does not say when it expires.'])
})

test('a token of two days is unusually long, one of a day is not', () => {
  const lasting = (seconds: number) => ({ ...agentClaims, exp: agentClaims.iat + seconds })
  assert.deepEqual(oddThings(lasting(2 * 86_400)), [
    'It is valid for 2 days; captured tokens are valid for an hour, those of managed identities for a day.',
  ])
  assert.deepEqual(oddThings(lasting(86_700)), [])
})

test('a token without a signature is odd, whatever its header says', () => {
  assert.deepEqual(oddThings(agentClaims, { ...rs256, alg: 'none' }), [
    'It is not signed: anybody could have written it.',
  ])
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const bare = readToken(`${part(rs256)}.${part(agentClaims)}.`)
  assert.ok(bare)
  assert.deepEqual(
    findOddities(bare, noonMs).map(({ what }) => what),
    ['It is not signed: anybody could have written it.'],
  )
})

test('HS256 and ES256 are not algorithms of Entra', () => {
  assert.deepEqual(oddThings(agentClaims, { ...rs256, alg: 'HS256' }), [
    'Its algorithm HS256 uses a shared secret: anyone who can verify the token can also forge one, and Entra never uses it.',
  ])
  assert.deepEqual(oddThings(agentClaims, { ...rs256, alg: 'ES256' }), [
    'Its algorithm is ES256; every captured token of Entra is signed with RS256.',
  ])
})

test('a nonce in the header means that Graph alone can verify', () => {
  assert.deepEqual(oddThings(agentClaims, { ...rs256, nonce: 'n' }), [
    'Its header has a nonce, so only Microsoft Graph can verify its signature.',
  ])
})

test('a custom API that gets no agent claims is told about optional claims', () => {
  const [first] = findOddities(makeToken(customApiClaims), noonMs)
  assert.equal(
    first?.what,
    'It looks like a token of an agent identity, but no claim says so: custom APIs do not get the agent claims by default.',
  )
  assert.match(first?.todo ?? '', /optionalClaims\.accessToken/)
})

test('facet 11 and the parent blueprint belong together', () => {
  const { xms_par_app_azp: _, ...orphan } = agentClaims
  assert.deepEqual(oddThings(orphan), [
    'Facet 11 says that an agent acts, but xms_par_app_azp does not name its blueprint.',
  ])
  assert.deepEqual(oddThings({ ...agentClaims, xms_act_fct: '9 3' }), [
    'It names a parent blueprint, but xms_act_fct lacks facet 11 of an agent.',
  ])
})

test('an exchange token without an agent in its subject is T2 or lacks fmi_path', () => {
  assert.deepEqual(oddThings({ ...t1Claims, sub: t1Claims.oid }), [
    'It is for the exchange, but its subject names no agent identity.',
  ])
  const t2 = { ...t1Claims, azp: agent, azpacr: '2', oid: agent, sub: agent, xms_act_fct: '9 11' }
  assert.deepEqual(oddThings({ ...t2, xms_par_app_azp: blueprint }), [
    'It is for the exchange, but its subject is not an /eid1 path: it is T2, which cannot replace T1.',
  ])
})

test('the subject of T1 is compared with the rest of T1', () => {
  const withPath = (path: string) => ({ ...t1Claims, sub: t1Claims.sub.replace(agent, path) })
  assert.deepEqual(oddThings(withPath('3000000A-c0de-4a11-8000-000000000001')).slice(1), [
    'Its subject spells the agent identity with capital letters, and Entra compares subjects by case (inferred for T1).',
  ])
  assert.deepEqual(oddThings(withPath('AzureAI/FMI')).slice(1), [
    'Its subject ends with a path that is not a GUID, so it names no agent identity.',
  ])
  const other = '10000000-c0de-4a11-8000-000000000001'
  assert.deepEqual(oddThings({ ...t1Claims, azp: other }).slice(1), [
    `It was issued to ${other}, while its subject names blueprint ${blueprint}.`,
  ])
  const iss = `https://login.microsoftonline.com/${other}/v2.0`
  assert.deepEqual(oddThings({ ...t1Claims, iss, tid: other }).slice(1), [
    `Its tid is ${other}, while its subject names tenant 5369a35c-46a5-4677-8ff9-2e65587654e7.`,
  ])
  assert.deepEqual(oddThings({ ...t1Claims, sub: '/eid1/cut' }).slice(1), [
    'Its subject starts like that of T1, but this tool cannot read it.',
  ])
})

test('v1.0 and v2.0 are not mixed', () => {
  assert.deepEqual(oddThings({ ...agentClaims, ver: '2.0' }), [
    'Its ver is 2.0, but appid and appidacr belong to v1.0 tokens.',
    'Its ver is 2.0, but its issuer https://sts.windows.net/5369a35c-46a5-4677-8ff9-2e65587654e7/ is that of v1.0 tokens.',
  ])
})

test('an issuer of another tenant is odd', () => {
  const tid = '10000000-c0de-4a11-8000-000000000001'
  assert.deepEqual(oddThings({ ...agentClaims, tid }), [
    `Its issuer is tenant 5369a35c-46a5-4677-8ff9-2e65587654e7, but its tid is ${tid}.`,
  ])
})

test('a token of a user, and a user name in an app-only token, are odd', () => {
  const scp = 'User.Read'
  assert.deepEqual(oddThings({ ...agentClaims, idtyp: 'user', scp }), [
    'It represents a user. The autonomous flow yields app-only tokens, and Entra refuses this one as a federated credential (AADSTS700229).',
  ])
  assert.deepEqual(oddThings({ ...agentClaims, upn: 'ada@contoso.example', scp }), [
    'It is app-only, but has claims of a user: upn, scp.',
  ])
})

test('an agent without roles may do nothing', () => {
  const { roles: _, ...powerless } = agentClaims
  assert.deepEqual(oddThings(powerless), [
    'It carries no roles: the agent identity has no application permission for this resource.',
  ])
})

test('an agent that used a secret, or has several ids, is odd', () => {
  assert.deepEqual(oddThings({ ...agentClaims, appidacr: '1' }), [
    'An agent identity authenticated with credential kind 1, but it has no secrets, only T1, which is kind 2.',
  ])
  assert.deepEqual(oddThings({ ...agentClaims, oid: blueprint }), [
    'Client, oid and sub differ; in every captured token of an agent identity they are one id.',
  ])
})

test('a token of a server on this machine is a test token', () => {
  const iss = agentClaims.iss.replace('sts.windows.net', 'localhost:8443')
  assert.deepEqual(oddThings({ ...agentClaims, iss }), [
    'A server on this machine issued it (localhost:8443): it is a test token.',
  ])
})

test('a client assertion names its certificate and ends soon', () => {
  const iat = noonMs / 1000
  const claims = { iss: blueprint, sub: blueprint, iat, nbf: iat, exp: iat + 86_400 }
  assert.deepEqual(oddThings(claims, { alg: 'PS256' }), [
    'It is valid for 1 day, which is long for a client assertion.',
    'Its header identifies no certificate, so Entra refuses it (AADSTS5002723).',
  ])
})
