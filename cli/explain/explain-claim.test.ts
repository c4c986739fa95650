import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import type { JsonObject } from '../../wire/json-object.ts'
import { noonMs, plainPage } from '../testing/fake-surroundings.ts'
import { agentClaims, makeToken, t1Claims } from '../testing/make-token.ts'
import { claimsTable, shownValue } from './claims-table.ts'
import { explainClaim } from './explain-claim.ts'

const zone = process.env.TZ
beforeEach(() => {
  process.env.TZ = 'UTC'
})
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const explained = (name: string, claims: JsonObject) =>
  explainClaim(name, claims[name], makeToken(claims), noonMs)

test('the subject of T1 is decoded into tenant, blueprint and agent identity', () => {
  assert.equal(
    explained('sub', t1Claims),
    'subject: tenant 5369a35c-46a5-4677-8ff9-2e65587654e7, blueprint 9d17cc32-c91b-4368-8494-1b29ccb0dbcf, agent identity 30000000-c0de-4a11-8000-000000000001 (captured form) [documented]',
  )
})

test('the object of T1 is the principal of the blueprint', () => {
  assert.equal(
    explained('oid', t1Claims),
    "object id in the directory: the blueprint's principal in this tenant, not the agent identity (captured) [documented]",
  )
})

test('the audience of T1 is the token exchange', () => {
  assert.equal(
    explained('aud', t1Claims),
    'audience, the only resource that should accept the token: the token exchange, api://AzureADTokenExchange [documented]',
  )
})

test('an expiry is a local time, a distance from now and a lifetime', () => {
  assert.equal(
    explained('exp', t1Claims),
    'expires: 2026-11-01T13:00:00Z, in 1 h; 1 h 5 min after iat [documented]',
  )
})

test('only facets 11 and 13 are called documented', () => {
  assert.equal(
    explained('xms_act_fct', { ...agentClaims, xms_act_fct: '9 11 13 3 6' }),
    "facets of the actor, a set in any order: 9 in every captured service principal (inferred); 11 agent identity (documented); 13 agent's user account (documented); 3 not documented, ignore it; 6 even, so filler (inferred) [documented]",
  )
})

test('a relation is named and its decoy is called filler', () => {
  assert.equal(
    explained('xms_idrel', agentClaims),
    'relation of the subject to the tenant, a set in any order: 7 service principal; 8 even, so filler (inferred) [documented]',
  )
})

test('a way to authenticate is named', () => {
  assert.equal(
    explained('azpacr', t1Claims),
    'how the client authenticated (v2.0): a client secret [documented]',
  )
  assert.equal(
    explained('appidacr', agentClaims),
    'how the client authenticated (v1.0): a certificate, or (captured) a federated token or T1 [documented]',
  )
})

test('the GUID of the request is read from uti', () => {
  assert.equal(
    explained('uti', { uti: 'XKNpU6VGd0aP-S5lWHZU5w' }),
    'id of the token, for logs: as a GUID 5369a35c-46a5-4677-8ff9-2e65587654e7, the trace id of its request (inferred) [documented]',
  )
})

test('tenant and resource are read from rh', () => {
  const bytes = Buffer.alloc(40)
  bytes.set(Buffer.from('XKNpU6VGd0aP-S5lWHZU5w', 'base64url'), 3)
  bytes.set(Buffer.from('AwAAAAAAAADAAAAAAAAAAA', 'base64url'), 19)
  assert.equal(
    explained('rh', { rh: `1.${bytes.toString('base64url')}.` }),
    'internal to Entra: holds tenant 5369a35c-46a5-4677-8ff9-2e65587654e7 and resource 00000003-0000-0000-c000-000000000000, Microsoft Graph (captured) [documented]',
  )
})

test('a constant of T1 is recognized', () => {
  assert.equal(
    explained('xms_ficinfo', t1Claims),
    'internal to Entra, about the exchange: the value of every captured T1 [captured]',
  )
})

test('an unknown claim is said to be unknown', () => {
  assert.equal(explained('xms_new', { xms_new: 1 }), 'not known to this tool')
  assert.equal(explained('constructor', { constructor: 1 }), 'not known to this tool')
})

test('a claim with a value of the wrong type keeps its meaning', () => {
  assert.equal(
    explained('xms_act_fct', { xms_act_fct: 11 }),
    'facets of the actor, a set in any order [documented]',
  )
  assert.equal(explained('exp', { exp: 'soon' }), 'expires [documented]')
})

test('a long value is cut and says how long it was', () => {
  assert.equal(shownValue('a'.repeat(400)), `${'a'.repeat(320)}... (400 characters)`)
})

test('a value that would steer the terminal is spelled out', () => {
  assert.equal(shownValue('\u001b]0;title\u0007'), '\\u001b]0;title\\u0007')
})

test('the table fits into 80 columns', () => {
  const lines = claimsTable(makeToken(t1Claims), noonMs, plainPage())
  assert.deepEqual(
    lines.filter((line) => line.length > 80),
    [],
  )
})

test('any JSON object can be decoded and shown', () => {
  const known = fc.constantFrom(
    ...Object.keys({ ...t1Claims, ...agentClaims }),
    '__proto__',
    'rh',
    'uti',
  )
  const claims = fc.dictionary(fc.oneof(known, fc.string()), fc.jsonValue())
  fc.assert(
    fc.property(claims, fc.integer(), (object, nowMs) => {
      claimsTable(makeToken(object), nowMs, plainPage())
    }),
  )
})
