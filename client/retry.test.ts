import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRetry, type RetryPolicy } from './retry.ts'
import { createFakeIdentityProvider } from './testing/fake-identity-provider.ts'
import { type Failure, TokenRequestError } from './token-request-error.ts'

const never = new AbortController().signal

const failure = (facts: Partial<Failure> = {}) =>
  new TokenRequestError({
    step: 'agent-token',
    reason: 'unavailable',
    problem: 'not served',
    httpStatus: 503,
    ...facts,
  })

const setUp = (policy: Partial<RetryPolicy> = {}) => {
  const fake = createFakeIdentityProvider()
  const retry = createRetry(fake.ports, { maxAttempts: 3, maxWaitSeconds: 60, ...policy })
  let attempts = 0
  /** Fails with each of the errors in turn, then succeeds. */
  const failing =
    (...errors: readonly unknown[]) =>
    async () => {
      const error = errors[attempts]
      attempts += 1
      if (error !== undefined) throw error
      return 'token'
    }
  return { ...fake, retry, failing, attempts: () => attempts }
}

test('a failure that may pass is tried again after 1 and 2 seconds', async () => {
  const { retry, failing, sleeps } = setUp()
  const unreachable = failure({ reason: 'unreachable' })
  assert.equal(await retry('agent-token', 'a', failing(failure(), unreachable), never), 'token')
  assert.deepEqual(sleeps, [1000, 2000])
})

test('attempts are bounded', async () => {
  const { retry, failing, attempts } = setUp()
  const always = failing(failure(), failure(), failure(), failure())
  await assert.rejects(retry('agent-token', 'a', always, never), { httpStatus: 503 })
  assert.equal(attempts(), 3)
})

for (const reason of ['refused', 'unusable-answer', 'wrong-token'] as const) {
  test(`${reason} is never tried again`, async () => {
    const { retry, failing, attempts, sleeps } = setUp()
    await assert.rejects(retry('agent-token', 'a', failing(failure({ reason })), never), { reason })
    assert.equal(attempts(), 1)
    assert.deepEqual(sleeps, [])
  })
}

for (const networkCode of ['DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID']) {
  test(`a server whose certificate does not hold (${networkCode}) is not asked again`, async () => {
    const { retry, failing, attempts } = setUp()
    const untrusted = failing(failure({ reason: 'unreachable', networkCode }))
    await assert.rejects(retry('agent-token', 'a', untrusted, never), { networkCode })
    assert.equal(attempts(), 1)
  })
}

test('the failure of another step, retried there already, is not tried again here', async () => {
  const { retry, failing, attempts } = setUp()
  const inner = failure({ step: 'exchange-token' })
  await assert.rejects(retry('agent-token', 'a', failing(inner), never), { step: 'exchange-token' })
  assert.equal(attempts(), 1)
})

test('Retry-After is obeyed to the second', async () => {
  const { retry, failing, sleeps, events } = setUp()
  const throttled = failure({ httpStatus: 429, retryAfterSeconds: 17 })
  await retry('agent-token', 'a', failing(throttled), never)
  assert.deepEqual(sleeps, [17_000])
  assert.deepEqual(events, [
    { type: 'retry-scheduled', step: 'agent-token', attempt: 2, waitMs: 17_000, httpStatus: 429 },
  ])
})

test('a wait longer than allowed is left to the caller', async () => {
  const { retry, failing, sleeps } = setUp({ maxWaitSeconds: 10 })
  const throttled = failure({ retryAfterSeconds: 11 })
  await assert.rejects(retry('agent-token', 'a', failing(throttled), never), {
    retryAfterSeconds: 11,
  })
  assert.deepEqual(sleeps, [])
})

test('after the last attempt a Retry-After still binds the next call', async () => {
  const { retry, failing, sleeps, attempts } = setUp({ maxAttempts: 1 })
  const throttled = failure({ retryAfterSeconds: 30 })
  const work = failing(throttled)
  await assert.rejects(retry('agent-token', 'a', work, never))
  assert.equal(await retry('agent-token', 'a', work, never), 'token')
  assert.deepEqual(sleeps, [30_000])
  assert.equal(attempts(), 2)
})

test('a call within a pause too long to wait for gets the same error without a request', async () => {
  const { retry, failing, advance, attempts } = setUp({ maxWaitSeconds: 10 })
  const throttled = failure({ httpStatus: 429, error: 'slow_down', retryAfterSeconds: 600 })
  const work = failing(throttled)
  await assert.rejects(retry('agent-token', 'a', work, never))
  advance(500)
  await assert.rejects(retry('agent-token', 'a', work, never), { error: 'slow_down' })
  assert.equal(attempts(), 1)
  advance(100)
  assert.equal(await retry('agent-token', 'a', work, never), 'token')
})

test('the pause of one agent is not the pause of another', async () => {
  const { retry, failing, sleeps } = setUp({ maxAttempts: 1 })
  const work = failing(failure({ retryAfterSeconds: 30 }))
  await assert.rejects(retry('agent-token', 'a', work, never))
  assert.equal(await retry('agent-token', 'b', work, never), 'token')
  assert.deepEqual(sleeps, [])
})

test('no server can silence the client for more than an hour', async () => {
  const { retry, failing, advance } = setUp()
  const work = failing(failure({ retryAfterSeconds: Number.MAX_SAFE_INTEGER }))
  await assert.rejects(retry('agent-token', 'a', work, never))
  advance(3600)
  assert.equal(await retry('agent-token', 'a', work, never), 'token')
})

test('a wait ends when it is aborted', async () => {
  const { retry, failing, neverWake, attempts } = setUp()
  const controller = new AbortController()
  neverWake()
  const call = retry('agent-token', 'a', failing(failure()), controller.signal)
  setImmediate(() => controller.abort(new Error('enough')))
  await assert.rejects(call, { message: 'enough' })
  assert.equal(attempts(), 1)
})
