import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { runs } from '../../../tests/support/exhaustive.ts'
import { seedIds } from '../../directory/seed-ids.ts'
import {
  answerOf,
  askToken,
  claimsOf,
  control,
  exchangeScope,
  headerOf,
  type Mock,
  nowMs,
  openMock,
  origin,
  redemption,
  t1Request,
  tokenOf,
} from '../../testing/mock-world.ts'
import { unknownPrefix } from './vary-body.ts'

const at = `?tenant=${seedIds.contoso}`
const currentDate = new Date(nowMs)
const wrongSecret = { ...t1Request, client_secret: 'wrong' }
const keysUrl = `${origin}/${seedIds.contoso}/discovery/v2.0/keys`
const documentUrl = `${origin}/${seedIds.contoso}/v2.0/.well-known/openid-configuration`

type Json = Readonly<Record<string, unknown>>
const seeds = fc.integer()
const chaotic = async (mock: Mock, seed: number | null) =>
  control(mock, 'PUT', `/chaos${at}`, { seed })
const read = async (mock: Mock, url: string) =>
  (await answerOf(await mock.fetch(new Request(url)))).body

/** Without what chaos may add and may vary. */
function settled(body: Json, varied: readonly string[] = []): Json {
  const isSettled = ([name]: readonly [string, unknown]) =>
    !name.startsWith(unknownPrefix) && !varied.includes(name)
  return Object.fromEntries(Object.entries(body).filter(isSettled))
}

const mock = await openMock()
const calm = {
  document: await read(mock, documentUrl),
  refusal: await askToken(mock, wrongSecret),
  t1: await askToken(mock, t1Request),
}
const perRequest = ['error_description', 'trace_id', 'correlation_id']
const lifetimes = ['expires_in', 'ext_expires_in', 'access_token']

test('whatever the seed, answers say the same apart from what a client must not depend on', () =>
  fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      await chaotic(mock, seed)
      assert.deepEqual(settled(await read(mock, documentUrl)), calm.document)
      const refusal = await askToken(mock, wrongSecret)
      assert.equal(refusal.status, calm.refusal.status)
      assert.equal(refusal.rule, calm.refusal.rule)
      assert.deepEqual(settled(refusal.body, perRequest), settled(calm.refusal.body, perRequest))
      const { trace_id, correlation_id, timestamp, error_description } = refusal.body
      assert.match(String(error_description), /^AADSTS7000215: \S.* Trace ID: /)
      const trace = ` Trace ID: ${trace_id} Correlation ID: ${correlation_id} Timestamp: ${timestamp}`
      assert.ok(String(error_description).endsWith(trace))
      const t1 = await askToken(mock, t1Request)
      assert.deepEqual(settled(t1.body, lifetimes), settled(calm.t1.body, lifetimes))
      assert.equal(
        Object.keys(claimsOf(tokenOf(t1))).join(),
        Object.keys(claimsOf(tokenOf(calm.t1))).join(),
      )
    }),
    { numRuns: runs(60, 15) },
  ))

test('whatever the seed, tokens hold for 3600 to 4500 s, and expires_in says so in a number', () =>
  fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      await chaotic(mock, seed)
      const answer = await askToken(mock, t1Request)
      const { exp } = claimsOf(tokenOf(answer))
      const seconds = Number(exp) - nowMs / 1000
      assert.ok(seconds >= 3600 && seconds <= 4500, String(seconds))
      assert.equal(answer.body.expires_in, seconds - 1)
    }),
    { numRuns: runs(60, 15) },
  ))

test('whatever the seeds, every token that was issued verifies with the published keys', () =>
  fc.assert(
    fc.asyncProperty(fc.array(seeds, { minLength: 1, maxLength: 4 }), async (chosen) => {
      const fresh = await openMock()
      const tokens: string[] = []
      for (const seed of chosen) {
        await chaotic(fresh, seed)
        const t1 = tokenOf(await askToken(fresh, t1Request))
        const redeemed = await askToken(fresh, redemption(t1, { scope: exchangeScope }))
        tokens.push(t1, tokenOf(redeemed))
        await control(fresh, 'POST', `/keys${at}`)
      }
      await chaotic(fresh, null)
      const keySet = createLocalJWKSet((await read(fresh, keysUrl)) as unknown as JSONWebKeySet)
      for (const token of tokens) await jwtVerify(token, keySet, { currentDate })
    }),
    { numRuns: runs(5, 1) },
  ))

test('the same seed varies the same requests in the same way', async () => {
  const bodies = async () => {
    await chaotic(mock, 42)
    const document = await mock.fetch(new Request(documentUrl))
    const { body } = await askToken(mock, wrongSecret)
    const prose = String(body.error_description).replace(/ Trace ID: .*/s, '')
    return [await document.text(), Object.keys(body).join(), prose]
  }
  assert.deepEqual(await bodies(), await bodies())
})

test('the requests of one seed vary among themselves, in every respect', async () => {
  await chaotic(mock, 7)
  const seen = {
    order: new Set(),
    names: new Set(),
    kids: new Set(),
    seconds: new Set(),
    prose: new Set(),
  }
  for (let request = 0; request < 30; request++) {
    const { body } = await askToken(mock, t1Request)
    const { kid } = headerOf(String(body.access_token))
    const refusal = await askToken(mock, wrongSecret)
    seen.order.add(Object.keys(settled(body)).join())
    seen.names.add(
      Object.keys(body)
        .filter((name) => name.startsWith(unknownPrefix))
        .join(),
    )
    seen.kids.add(kid)
    seen.seconds.add(body.expires_in)
    seen.prose.add(String(refusal.body.error_description).replace(/ Trace ID: .*/s, ''))
  }
  const counts = Object.entries(seen).map(([what, values]) => [what, values.size > 2])
  assert.deepEqual(
    counts,
    Object.keys(seen).map((what) => [what, true]),
  )
  assert.equal(seen.kids.size, 4)
})

test('lifetimes that were set do not vary', async () => {
  const fresh = await openMock()
  await chaotic(fresh, 1)
  await control(fresh, 'PUT', `/lifetimes${at}`, { t1Seconds: 100 })
  for (let request = 0; request < 5; request++) {
    assert.equal((await askToken(fresh, t1Request)).body.expires_in, 99)
  }
})

test('chaos of one tenant is none of another', async () => {
  await chaotic(mock, 7)
  const url = documentUrl.replace(seedIds.contoso, seedIds.fabrikam)
  const names = Object.keys(await read(mock, url))
  assert.deepEqual(names, Object.keys(calm.document))
})

test('under another name a key still tells the thumbprint of its certificate', async () => {
  await chaotic(mock, 7)
  for (let request = 0; request < 9; request++) await askToken(mock, t1Request)
  const { keys } = (await read(mock, keysUrl)) as unknown as JSONWebKeySet
  assert.equal(new Set(keys.map(({ x5t }) => x5t)).size, 1)
  assert.equal(new Set(keys.map(({ kid }) => kid)).size, 4)
})
