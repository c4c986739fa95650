import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import type { Step } from './client-event.ts'
import { assertShowsNone, echo } from './testing/canaries.ts'
import {
  type Answer,
  assistant,
  bea,
  booking,
  json,
  jwt,
} from './testing/fake-identity-provider.ts'
import { canarySecret, setUpClient, wanted } from './testing/test-client.ts'

const foreignToken = jwt({ appid: booking, oid: booking, canary: 'of nobody' })

const badAnswers: readonly (readonly [what: string, Answer])[] = [
  ['echoes all in a 400', echo(400, foreignToken)],
  ['echoes all in a 500', echo(500, foreignToken)],
  ['echoes all in a 200', echo(200, foreignToken)],
  ['echoes all in a redirect', echo(302, foreignToken)],
  ['breaks with all in the error', ({ form }) => Promise.reject(new Error(JSON.stringify(form)))],
]

/** What was sent as a secret: T1, T2, Tc, refresh tokens. */
const secretsSent = (requests: readonly { readonly form: Readonly<Record<string, string>> }[]) => {
  const names = ['client_secret', 'client_assertion', 'user_federated_identity_credential']
  const all = [...names, 'assertion', 'refresh_token']
  return requests.flatMap(({ form }) => all.flatMap((name) => form[name] ?? []))
}

const steps: readonly Step[] = ['on-behalf-of', 'user-credential', 'agent-user', 'refresh']

for (const [what, answer] of badAnswers) {
  for (const step of steps) {
    test(`a server that ${what} at the step ${step} puts no secret into error, events or client`, async () => {
      const world = setUpClient({ maxAttempts: 1 })
      const { client, userAssertion, answerNext, advance, requests, events } = world
      if (step === 'refresh') {
        await client.asAgentUser({ oid: assistant }, wanted)
        advance(3600)
      }
      answerNext(step, answer)
      const outcome = await (step === 'on-behalf-of'
        ? client.onBehalfOf(userAssertion(bea), wanted)
        : client.asAgentUser({ oid: assistant }, wanted)
      ).catch((error: unknown) => error)
      assert.ok(outcome instanceof Error)
      const secrets = [canarySecret, foreignToken, ...secretsSent(requests)]
      assert.ok(secrets.length >= 4)
      for (const value of [outcome, events, client]) assertShowsNone(value, secrets)
    })
  }
}

test('what the caller gets shows no other secret than the token itself', async () => {
  const { client, userAssertion, requests, events } = setUpClient()
  const options = { ...wanted, offlineAccess: true }
  const onBehalf = await client.onBehalfOf(userAssertion(bea), options)
  const asUser = await client.asAgentUser({ oid: assistant }, wanted)
  const secrets = [...secretsSent(requests), 'refresh-token-canary']
  const others = [onBehalf, asUser].map((acquired) => ({ ...acquired, token: '' }))
  for (const value of [...others, events, client]) assertShowsNone(value, secrets)
  const shown = inspect(events, { depth: 10 })
  for (const { token } of [onBehalf, asUser]) assert.ok(!shown.includes(token))
})

test('a challenge that repeats a secret is reported without its claims', async () => {
  const { client, userAssertion, answerNext } = setUpClient()
  const tc = userAssertion(bea)
  const claims = JSON.stringify({ access_token: { echoed: tc } })
  answerNext('on-behalf-of', () => json({ error: 'interaction_required', claims }, 400))
  await assert.rejects(client.onBehalfOf(tc, wanted), { name: 'TokenRequestError' })
})
