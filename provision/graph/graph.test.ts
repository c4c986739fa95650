import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProvisionFetch } from '../ports/ports.ts'
import { live } from '../testing/directory.ts'
import { openPlace, origin, type Place, userId } from '../testing/place.ts'
import { testPorts } from '../testing/test-ports.ts'
import { createGraph } from './graph.ts'
import { GraphError, isUndecided } from './graph-error.ts'
import { collectionOf } from './paths.ts'
import { isPropagation } from './propagation.ts'

type Fault = Parameters<Place['sandbox']['faults']['add']>[0]

/** The mock's Graph, which gives these answers in turn and then its own. */
async function graphWith(faults: readonly Fault[], requestIntervalMs = 0) {
  const place = await openPlace()
  const ports = testPorts(place)
  for (const fault of faults) place.sandbox.faults.add({ endpoint: 'graph', ...fault })
  const startedAtMs: number[] = []
  const begin = place.clock.nowMs
  const fetch: ProvisionFetch = (href, init) => {
    startedAtMs.push(place.clock.nowMs - begin)
    return ports.fetch(href, init)
  }
  const graph = createGraph({ ...ports, fetch }, { graphUrl: origin, requestIntervalMs })
  return { graph, startedAtMs, place }
}

const errorBody = (code: string, message: string): string =>
  JSON.stringify({ error: { code, message, innerError: { 'request-id': requestId } } })
const requestId = '70000000-c0de-4a11-8000-000000000009'

const throttled = (headers: Record<string, string> = {}): Fault => ({
  status: 429,
  headers,
  body: errorBody('TooManyRequests', 'Slow'),
})
const unavailable: Fault = {
  status: 503,
  headers: { 'retry-after': '7' },
  body: errorBody('ServiceUnavailable', 'Later'),
}
const lost: Fault = { connection: 'drop' }
const get = { method: 'GET', path: '/v1.0/me' } as const
const post = {
  method: 'POST',
  path: collectionOf('blueprint'),
  body: {
    displayName: 'One',
    'sponsors@odata.bind': [`${origin}/v1.0/users/${userId}`],
  },
} as const

test('Retry-After after 429 is obeyed, for writes too', async () => {
  const { graph, startedAtMs } = await graphWith([throttled({ 'retry-after': '12' })])
  assert.equal((await graph(post)).displayName, 'One')
  assert.deepEqual(startedAtMs, [0, 12_000])
})

test('429 without Retry-After is taken for 10 s', async () => {
  const { graph, startedAtMs } = await graphWith([throttled()])
  assert.equal((await graph(get)).id, userId)
  assert.deepEqual(startedAtMs, [0, 10_000])
})

test('a Retry-After of hours is not waited for', async () => {
  const { graph } = await graphWith([throttled({ 'retry-after': '7200' })])
  await assert.rejects(graph(get), { status: 429, code: 'TooManyRequests' })
})

test('a read is repeated after 503, when it says', async () => {
  const { graph, startedAtMs } = await graphWith([unavailable])
  await graph(get)
  assert.deepEqual(startedAtMs, [0, 7000])
})

test('a POST that may have been carried out is not repeated', async () => {
  for (const fault of [unavailable, lost]) {
    const { graph, startedAtMs, place } = await graphWith([fault])
    await assert.rejects(graph(post), isUndecided)
    assert.equal(startedAtMs.length, 1)
    assert.equal((await live(place, 'blueprint')).length, 1)
  }
})

test('a read without an answer is given up after four attempts', async () => {
  const { graph, startedAtMs } = await graphWith([{ ...lost, times: 9 }])
  await assert.rejects(graph(get), { networkCode: 'ECONNRESET' })
  assert.deepEqual(startedAtMs, [0, 1000, 3000, 7000])
})

test('requests do not start closer together than the interval', async () => {
  const { graph, startedAtMs } = await graphWith([], 150)
  for (let count = 0; count < 4; count += 1) await graph(get)
  assert.deepEqual(startedAtMs, [0, 150, 300, 450])
})

test('a refusal tells code, message and request-id, and no token', async () => {
  const leaky = {
    status: 403,
    body: errorBody('Authorization_RequestDenied', 'Token eyJhbGciOi.eyJ0aWQi.c2ln is bad'),
  }
  const { graph } = await graphWith([leaky])
  await assert.rejects(graph(post), {
    message: `POST ${post.path}: refused (HTTP 403, Authorization_RequestDenied): Token [redacted] is bad`,
    requestId,
    clientRequestId: '0a1b2c3d-c0de-4a11-8000-000000000001',
  })
})

test('a redirect is no answer to follow, and no reason to look for an object', async () => {
  const { graph } = await graphWith([{ status: 302, headers: { location: 'https://x/' } }])
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
  [
    400,
    'AgentBlueprintPrincipal_RequireAgentBlueprint',
    "The application 'x' is not an Agent Blueprint.",
  ],
  [400, 'AgentIdentity_IncompatibleParentType', "'x' is not the appId of an Agent Blueprint."],
  [
    400,
    'Request_BadRequest',
    "The appId 'x' of the service principal does not reference a valid application object.",
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
