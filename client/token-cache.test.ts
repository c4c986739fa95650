import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTokenCache } from './token-cache.ts'

const setUp = (lifetimeSeconds: number) => {
  let nowMs = 1_000_000
  let loads = 0
  const cache = createTokenCache<{ readonly expiresAtMs: number; readonly number: number }>(
    () => nowMs,
  )
  const load = async () => {
    loads += 1
    return { expiresAtMs: nowMs + lifetimeSeconds * 1000, number: loads }
  }
  const advance = (seconds: number) => {
    nowMs += seconds * 1000
  }
  return { cache, load, advance }
}

test('a token is served again until 300 seconds before it expires', async () => {
  const { cache, load, advance } = setUp(3600)
  assert.equal((await cache.get('a', load)).source, 'identity-provider')
  advance(3299)
  assert.deepEqual(await cache.get('a', load), {
    token: { expiresAtMs: 4_600_000, number: 1 },
    source: 'cache',
  })
  advance(1)
  assert.equal((await cache.get('a', load)).token.number, 2)
})

for (const lifetimeSeconds of [0, 1, 299, 300]) {
  test(`a token that lives for ${lifetimeSeconds} seconds is never served twice`, async () => {
    const { cache, load } = setUp(lifetimeSeconds)
    assert.equal((await cache.get('a', load)).token.number, 1)
    assert.equal((await cache.get('a', load)).token.number, 2)
  })
}

test('a forced refresh replaces the token for everybody', async () => {
  const { cache, load } = setUp(3600)
  await cache.get('a', load)
  assert.equal((await cache.get('a', load, { forceRefresh: true })).token.number, 2)
  assert.equal((await cache.get('a', load)).token.number, 2)
})

test('a failure is not cached', async () => {
  const { cache, load } = setUp(3600)
  const fail = async () => {
    throw new Error('refused')
  }
  await assert.rejects(cache.get('a', fail), { message: 'refused' })
  assert.equal((await cache.get('a', load)).token.number, 1)
})

test('forgetting a token leaves a newer one in place', async () => {
  const { cache, load } = setUp(3600)
  const { token: old } = await cache.get('a', load)
  const { token } = await cache.get('a', load, { forceRefresh: true })
  cache.forget('a', old)
  assert.equal((await cache.get('a', load)).token.number, 2)
  cache.forget('a', token)
  assert.equal((await cache.get('a', load)).token.number, 3)
})

test('nothing is left after clearing', async () => {
  const { cache, load } = setUp(3600)
  await cache.get('a', load)
  cache.clear()
  assert.equal((await cache.get('a', load)).token.number, 2)
})
