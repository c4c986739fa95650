import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMockIdp, type JournalEntry } from '../mock-idp/index.ts'
import { requestSchema } from './journal-schema.ts'
import { answerWords, requestWords } from './page/request-words.ts'

const idp = await createMockIdp()
const made = await idp.fetch(new Request('https://localhost/_mock/tenants', { method: 'POST' }))
const { tenantId, env } = (await made.json()) as {
  readonly tenantId: string
  readonly env: Readonly<Record<string, string>>
}
const blueprint = env.AGENTID_BLUEPRINT_CLIENT_ID ?? ''
const agent = env.AGENTID_AGENT_ID ?? ''
const base = `https://localhost/${tenantId}`

await askForT1(env.AGENTID_BLUEPRINT_SECRET ?? '')
await askForT1('not the secret')
await idp.fetch(new Request(`${base}/v2.0/.well-known/openid-configuration`))

const answer = await idp.fetch(new Request(`https://localhost/_mock/requests?tenant=${tenantId}`))
const { requests } = (await answer.json()) as { readonly requests: readonly JournalEntry[] }

test('what the journal says is valid in a report', () => {
  assert.equal(requests.length, 3)
  for (const entry of requests) {
    const { error } = requestSchema.strict().safeParse(entry)
    assert.equal(error, undefined)
  }
})

test('what the journal says has words', () => {
  const names = { [blueprint]: 'Concierge', [agent]: 'Booking' }
  assert.deepEqual(
    requests.map((entry) => [requestWords(entry, names), answerWords(entry).title]),
    [
      ['Concierge asks for T1 of Booking', '200 T1'],
      ['Concierge asks for T1 of Booking', '401 invalid_client'],
      ['The client reads the discovery document', '200 discovery'],
    ],
  )
})

async function askForT1(secret: string): Promise<void> {
  const body = new URLSearchParams({
    client_id: blueprint,
    client_secret: secret,
    scope: 'api://AzureADTokenExchange/.default',
    grant_type: 'client_credentials',
    fmi_path: agent,
  })
  await idp.fetch(new Request(`${base}/oauth2/v2.0/token`, { method: 'POST', body }))
}
