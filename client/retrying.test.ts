import assert from 'node:assert/strict'
import { test } from 'node:test'
import { billing, json, throttled } from './testing/fake-identity-provider.ts'
import { setUpClient, wanted } from './testing/test-client.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

for (const step of ['discovery', 'exchange-token', 'agent-token'] as const) {
  test(`Retry-After is obeyed at the step ${step}, and later steps go on`, async () => {
    const { client, answerNext, sleeps, sentTo } = setUpClient()
    answerNext(step, () => throttled('17'))
    await client.acquireToken(wanted)
    assert.deepEqual(sleeps, [17_000])
    assert.equal(sentTo(step).length, 2)
  })

  test(`a date as Retry-After is obeyed at the step ${step}`, async () => {
    const { client, answerNext, sleeps, ports } = setUpClient()
    answerNext(step, () => throttled(new Date(ports.now() + 9000).toUTCString()))
    await client.acquireToken(wanted)
    assert.deepEqual(sleeps, [9000])
  })

  test(`attempts at the step ${step} are bounded, and the last error is told`, async () => {
    const { client, answerNext, sentTo } = setUpClient()
    const down = () => json({ error: 'server_error', error_codes: [90033] }, 503)
    answerNext(step, down, down, down, down)
    await assert.rejects(client.acquireToken(wanted), {
      name: 'TokenRequestError',
      step,
      httpStatus: 503,
      error: 'server_error',
      errorCodes: [90033],
    })
    assert.equal(sentTo(step).length, 3)
  })

  test(`a network failure at the step ${step} is tried again`, async () => {
    const { client, answerNext, sentTo } = setUpClient()
    answerNext(step, () => Promise.reject(new TypeError('fetch failed')))
    await client.acquireToken(wanted)
    assert.equal(sentTo(step).length, 2)
  })

  for (const status of [400, 401, 403, 404, 408]) {
    test(`HTTP ${status} at the step ${step} is never tried again`, async () => {
      const { client, answerNext, sentTo, sleeps } = setUpClient()
      answerNext(step, () => json({ error: 'invalid_client' }, status, { 'retry-after': '1' }))
      await assert.rejects(client.acquireToken(wanted), { step, httpStatus: status })
      assert.equal(sentTo(step).length, 1)
      assert.deepEqual(sleeps, [])
    })
  }

  test(`a wait at the step ${step} ends when the caller aborts`, async () => {
    const { client, answerNext, neverWake, sentTo, sleeps } = setUpClient()
    neverWake()
    answerNext(step, () => throttled('30'))
    const controller = new AbortController()
    const call = client.acquireToken({ ...wanted, signal: controller.signal })
    while (sleeps.length === 0) await settled()
    controller.abort(new Error('enough'))
    await assert.rejects(call, { message: 'enough' })
    await settled()
    assert.equal(sentTo(step).length, 1)
  })
}

for (const step of ['exchange-token', 'agent-token'] as const) {
  test(`an agent that is throttled at the step ${step} does not delay another`, async () => {
    const { client, answerNext, neverWake, sleeps } = setUpClient()
    neverWake()
    answerNext(step, () => throttled('30'))
    const controller = new AbortController()
    const blocked = client.acquireToken({ ...wanted, signal: controller.signal })
    while (sleeps.length === 0) await settled()

    const other = await client.acquireToken({ ...wanted, agentIdentityId: billing })
    assert.equal(other.agentIdentityId, billing)
    assert.deepEqual(sleeps, [30_000])
    controller.abort()
    await assert.rejects(blocked, { name: 'AbortError' })
  })
}

test('a call after the last attempt waits for the time the server asked for', async () => {
  const { client, answerNext, sleeps } = setUpClient({ maxAttempts: 1 })
  answerNext('exchange-token', () => throttled('30'))
  await assert.rejects(client.acquireToken(wanted), { httpStatus: 429, retryAfterSeconds: 30 })
  await client.acquireToken(wanted)
  assert.deepEqual(sleeps, [30_000])
})

test('one caller who aborts leaves the others their token', async () => {
  const { client, stepsSent } = setUpClient()
  const controller = new AbortController()
  const impatient = client.acquireToken({ ...wanted, signal: controller.signal })
  const patient = client.acquireToken(wanted)
  controller.abort(new Error('enough'))
  await assert.rejects(impatient, { message: 'enough' })
  assert.equal((await patient).source, 'identity-provider')
  assert.deepEqual(stepsSent(), ['discovery', 'exchange-token', 'agent-token'])
})

test('a request under way ends when the caller aborts', async () => {
  const { client, answerNext, sentTo } = setUpClient()
  answerNext('exchange-token', () => new Promise<Response>(() => {}))
  const controller = new AbortController()
  const call = client.acquireToken({ ...wanted, signal: controller.signal })
  while (sentTo('exchange-token').length === 0) await settled()
  controller.abort(new Error('enough'))
  await assert.rejects(call, { message: 'enough' })
})

test('a caller who has aborted before asking sends nothing', async () => {
  const { client, requests } = setUpClient()
  const signal = AbortSignal.abort(new Error('enough'))
  await assert.rejects(client.acquireToken({ ...wanted, signal }), { message: 'enough' })
  assert.deepEqual(requests, [])
})
