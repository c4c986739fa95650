import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { decodeJwt } from 'jose'
import { createMockIdp, type MockIdp } from '../../mock-idp/node.ts'
import type { Acquisition, ClientSetup, ConfiguredClient } from './client-under-test.ts'
import { referenceClient } from './reference.ts'

const tenantId = '10000000-c0de-4a11-8000-000000000001'
const booking = '30000000-c0de-4a11-8000-000000000001'
const billing = '30000000-c0de-4a11-8000-000000000002'
const concierge = '20000000-c0de-4a11-8000-000000000001'
const intranet = '60000000-c0de-4a11-8000-000000000001'
const bea = '70000000-c0de-4a11-8000-000000000002'
const carlos = '70000000-c0de-4a11-8000-000000000003'
const bookingUser = '72000000-c0de-4a11-8000-000000000001'
const graph = 'https://graph.microsoft.com/.default'

const authorityHost = 'https://localhost:8443'
let idp: MockIdp
let passedMs = 0
before(async () => {
  idp = await createMockIdp()
})

const ask = (path: string, init?: RequestInit) =>
  idp.fetch(new Request(new URL(path, authorityHost), init))

/** For the tenant and for the client. */
async function pass(seconds: number): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'PUT', headers, body: JSON.stringify({ advanceSeconds: seconds }) }
  assert.equal((await ask(`/_mock/clock?tenant=${tenantId}`, init)).status, 200)
  passedMs += seconds * 1000
}

async function userAssertion(user: string, change: Readonly<Record<string, unknown>> = {}) {
  const order = { kind: 'user', user, client: intranet, audience: concierge, ...change }
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(order) }
  const answer = await ask(`/_mock/tokens?tenant=${tenantId}`, init)
  return String((await answer.json()).token)
}

async function configured(): Promise<ConfiguredClient> {
  const setup: ClientSetup = {
    authorityHost,
    httpUrl: undefined,
    caFile: undefined,
    tenantId,
    cloud: 'public',
    blueprintClientId: concierge,
    credential: { type: 'secret', value: 'concierge-secret-for-tests-only' },
    request: ask,
    nowMs: () => Date.now() + passedMs,
    passTime: async () => {},
  }
  return referenceClient.configure(setup)
}

async function acquired(client: ConfiguredClient, wanted: Partial<Acquisition>) {
  const outcome = await client.acquire({ agentIdentity: booking, scope: graph, ...wanted })
  assert.ok(outcome.token !== undefined, JSON.stringify(outcome.error))
  return decodeJwt(outcome.token)
}

describe('the reference client at the mock', () => {
  it('acts on behalf of each person who called the agent', async () => {
    const client = await configured()
    for (const oid of [bea, carlos, bea]) {
      const claims = await acquired(client, {
        flow: 'obo',
        userAssertion: await userAssertion(oid),
      })
      assert.deepEqual([claims.oid, claims.appid, claims.idtyp], [oid, booking, 'user'])
    }
  })

  it('acts as the user of the agent, by object id and by name', async () => {
    const client = await configured()
    for (const user of [{ oid: bookingUser }, { upn: 'booking@contoso.example' }]) {
      const claims = await acquired(client, { flow: 'agentUser', user })
      assert.deepEqual([claims.oid, claims.appid, claims.idtyp], [bookingUser, booking, 'user'])
    }
  })

  it('renews the token of the agent user by refresh token', async () => {
    const client = await configured()
    const wanted = { flow: 'agentUser', user: { oid: bookingUser } } as const
    const first = await acquired(client, wanted)
    await pass(2 * 3600)
    const second = await acquired(client, wanted)
    assert.deepEqual([second.oid, second.sid], [bookingUser, first.sid])
    assert.match(await client.said(), /"grant_type":"refresh_token"/)
  })

  it('reports that consent is missing, and asks once', async () => {
    const client = await configured()
    const wanted = { flow: 'obo', userAssertion: await userAssertion(carlos) } as const
    const { error } = await client.acquire({ ...wanted, agentIdentity: billing, scope: graph })
    assert.deepEqual(
      [error?.code, error?.aadsts, error?.suberror],
      ['invalid_grant', [65001], 'consent_required'],
    )
  })

  it('sends a Tc for another API nowhere', async () => {
    const client = await configured()
    const wrong = await userAssertion(bea, { audience: 'https://graph.microsoft.com' })
    const wanted = { flow: 'obo', userAssertion: wrong } as const
    const { error } = await client.acquire({ ...wanted, agentIdentity: booking, scope: graph })
    assert.equal(error?.kind, 'client')
  })
})
