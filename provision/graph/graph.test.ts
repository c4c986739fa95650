import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakePlace, fakeWorld } from '../testing/fake-world.ts'
import { refusal } from '../testing/graph-answer.ts'
import type { ProvisionFetch } from '../world/world.ts'
import { createGraph } from './graph.ts'
import { GraphError, isUndecided } from './graph-error.ts'
import { isPropagation } from './propagation.ts'

/** Graph that gives these answers in turn, the last one for ever. */
function graphWith(answers: readonly (() => Response)[], requestIntervalMs = 0) {
  const place = fakePlace()
  const world = fakeWorld(place)
  const startedAtMs: number[] = []
  const begin = place.clock.nowMs
  const fetch: ProvisionFetch = async () => {
    const answer = answers[Math.min(startedAtMs.length, answers.length - 1)]
    startedAtMs.push(place.clock.nowMs - begin)
    return answer?.() ?? Response.error()
  }
  const graphUrl = 'https://graph.example'
  return {
    graph: createGraph({ ...world, fetch }, { graphUrl, requestIntervalMs }),
    startedAtMs,
    told: world.told,
  }
}

const ok = () => Response.json({ id: 'x' })
const throttled = (headers: Record<string, string> = {}) =>
  refusal(429, 'TooManyRequests', 'Slow', headers)
const unavailable = () => refusal(503, 'ServiceUnavailable', 'Later', { 'retry-after': '7' })
const get = { method: 'GET', path: '/v1.0/me' } as const
const post = { method: 'POST', path: '/v1.0/applications', body: {} } as const
const lost = (): Response => {
  throw Object.assign(new Error('reset'), { code: 'ECONNRESET' })
}

test('Retry-After after 429 is obeyed, for writes too', async () => {
  const { graph, startedAtMs } = graphWith([() => throttled({ 'retry-after': '12' }), ok])
  assert.deepEqual(await graph(post), { id: 'x' })
  assert.deepEqual(startedAtMs, [0, 12_000])
})

test('429 without Retry-After is taken for 10 s', async () => {
  const { graph, startedAtMs } = graphWith([() => throttled(), ok])
  await graph(get)
  assert.deepEqual(startedAtMs, [0, 10_000])
})

test('a Retry-After of hours is not waited for', async () => {
  const { graph } = graphWith([() => throttled({ 'retry-after': '7200' })])
  await assert.rejects(graph(get), { status: 429, code: 'TooManyRequests' })
})

test('a read is repeated after 503, when it says', async () => {
  const { graph, startedAtMs } = graphWith([unavailable, ok])
  await graph(get)
  assert.deepEqual(startedAtMs, [0, 7000])
})

test('a POST that may have been carried out is not repeated', async () => {
  for (const answer of [unavailable, lost]) {
    const { graph, startedAtMs } = graphWith([answer, ok])
    await assert.rejects(graph(post), isUndecided)
    assert.equal(startedAtMs.length, 1)
  }
})

test('a read without an answer is given up after four attempts', async () => {
  const { graph, startedAtMs } = graphWith([lost])
  await assert.rejects(graph(get), { networkCode: 'ECONNRESET' })
  assert.deepEqual(startedAtMs, [0, 1000, 3000, 7000])
})

test('requests do not start closer together than the interval', async () => {
  const { graph, startedAtMs } = graphWith([ok], 150)
  for (let count = 0; count < 4; count += 1) await graph(get)
  assert.deepEqual(startedAtMs, [0, 150, 300, 450])
})

test('a refusal tells code, message and request-id, and no token', async () => {
  const leaky = () =>
    refusal(403, 'Authorization_RequestDenied', 'Token eyJhbGciOi.eyJ0aWQi.c2ln is bad')
  const { graph } = graphWith([leaky])
  await assert.rejects(graph(post), {
    message:
      'POST /v1.0/applications: refused (HTTP 403, Authorization_RequestDenied): Token [redacted] is bad',
    requestId: '70000000-c0de-4a11-8000-000000000009',
    clientRequestId: '0a1b2c3d-c0de-4a11-8000-000000000001',
  })
})

test('a redirect is no answer to follow, and no reason to look for an object', async () => {
  const redirect = () => new Response(null, { status: 302, headers: { location: 'https://x/' } })
  const { graph } = graphWith([redirect])
  const error = await graph(post).catch((thrown: unknown) => thrown)
  assert.equal(error instanceof GraphError && error.status === 302, true)
  assert.equal(isUndecided(error), false)
})

const answerTo = (status: number, code: string, graphMessage: string) =>
  new GraphError({
    method: 'POST',
    path: '/',
    problem: 'refused',
    status,
    code,
    graphMessage,
    clientRequestId: '',
  })

for (const [status, code, message] of [
  [404, 'Request_ResourceNotFound', "Resource 'x' does not exist"],
  [401, 'Authorization_IdentityNotFound', 'The identity of the calling application could not be'],
  [400, 'Request_BadRequest', 'Object with id 1 not found'],
  [
    400,
    'Request_BadRequest',
    'The Agent Blueprint Principal for the Agent Blueprint does not exist.',
  ],
] as const) {
  test(`${status} ${message} may pass`, () => {
    assert.equal(isPropagation(answerTo(status, code, message)), true)
  })
}

for (const [status, code, message] of [
  [400, 'Request_BadRequest', 'No sponsor specified. Please provide at least one sponsor.'],
  [403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
  [404, 'BadRequest', 'Resource not found for the segment'],
] as const) {
  test(`${status} ${message} does not pass by waiting`, () => {
    assert.equal(isPropagation(answerTo(status, code, message)), false)
  })
}
