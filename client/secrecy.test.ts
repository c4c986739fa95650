import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import type { Step } from './client-event.ts'
import { clientSecret } from './credentials/client-secret.ts'
import { managedIdentity } from './credentials/managed-identity.ts'
import { assertShowsNone, echo } from './testing/canaries.ts'
import { type Answer, blueprint, booking, json, jwt } from './testing/fake-identity-provider.ts'
import { canarySecret, setUpClient, wanted } from './testing/test-client.ts'

const canaryT1 = jwt({ azp: blueprint, sub: `/a/${booking}`, canary: 'T1' })
const canaryToken = jwt({ appid: blueprint, canary: 'agent token' })
const canaryAssertion = jwt({ canary: 'managed identity' })
const canaryHeader = 'Zq8~canary-header'
const canaries = [canarySecret, canaryT1, canaryToken, canaryAssertion, canaryHeader]

const assertNoCanary = (value: unknown) => assertShowsNone(value, canaries)

const token = (access_token: string) =>
  json({ token_type: 'Bearer', expires_in: 3599, access_token })

const badAnswers: readonly (readonly [string, Answer])[] = [
  ['echoes all in a 400', echo(400, canaryToken)],
  ['echoes all in a 500', echo(500, canaryToken)],
  ['echoes all in a 200', echo(200, canaryToken)],
  ['echoes all in a redirect', echo(302, canaryToken)],
  ['answers with a token of somebody else', () => token(canaryToken)],
  ['breaks with all in the error', ({ form }) => Promise.reject(new Error(JSON.stringify(form)))],
]

const steps: readonly Step[] = ['managed-identity', 'exchange-token', 'agent-token']

for (const [what, answer] of badAnswers) {
  for (const step of steps) {
    test(`a server that ${what} at the step ${step} puts no secret into error or events`, async () => {
      const credential = managedIdentity({
        source: 'appService',
        endpoint: 'http://127.0.0.1',
        header: canaryHeader,
      })
      const { client, answerNext, events } = setUpClient({ credential, maxAttempts: 1 })
      answerNext(step, answer)
      answerNext('managed-identity', () => token(canaryAssertion))
      answerNext('exchange-token', () => token(canaryT1))
      const outcome = await client.acquireToken(wanted).catch((error: unknown) => error)
      // A token for somebody else is what a managed identity rightly answers with.
      const isError = outcome instanceof Error
      assert.equal(isError, !(step === 'managed-identity' && what.includes('token of')))
      if (isError) assertNoCanary(outcome)
      assertNoCanary(events)
    })
  }

  test(`a server that ${what} does not learn the secret into error or events`, async () => {
    const { client, answerNext, events } = setUpClient({ maxAttempts: 1 })
    answerNext('exchange-token', answer)
    const error = await client.acquireToken(wanted).catch((thrown: unknown) => thrown)
    assert.ok(error instanceof Error)
    assertNoCanary(error)
    assertNoCanary(events)
  })
}

test('events of a flow that went well hold no secret and no token', async () => {
  const { client, events, requests } = setUpClient()
  const { token: agentToken } = await client.acquireToken(wanted)
  const t1 = requests[2]?.form.client_assertion ?? ''
  const shown = inspect(events, { depth: 10 })
  for (const secret of [canarySecret, t1, agentToken]) assert.ok(!shown.includes(secret))
})

test('no secret is ever part of a URL', async () => {
  const { client, requests } = setUpClient()
  await client.acquireToken(wanted)
  for (const { url } of requests) assertNoCanary(decodeURIComponent(url.href))
})

test('a logged client shows nothing', () => {
  const { client } = setUpClient({ credential: clientSecret(canarySecret) })
  assertNoCanary(client)
})

test('nothing is written to the console', async (context) => {
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
  const mocks = methods.map((method) => context.mock.method(console, method, () => {}))
  const { client, answerNext } = setUpClient()
  await client.acquireToken(wanted)
  answerNext('exchange-token', echo(400, canaryToken))
  await assert.rejects(client.acquireToken({ ...wanted, forceRefresh: true }))
  for (const { mock } of mocks) assert.equal(mock.callCount(), 0)
})
