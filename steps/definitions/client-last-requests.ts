import { Then } from '@cucumber/cucumber'
import type { BlueprintName, TenantName } from '../../engine/cast/names.ts'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { requestsOfTheClient } from '../../engine/scenario/client-trail.ts'
import { foreignT1, legOf } from '../../judge/index.ts'
import type { JournalEntry } from '../../mock-idp/index.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

async function ofLeg(world: W, leg: 't1' | 'redemption'): Promise<readonly JournalEntry[]> {
  return (await requestsOfTheClient(world)).filter((request) => legOf(request) === leg)
}

function lastOf(requests: readonly JournalEntry[], what: string): JournalEntry {
  const last = requests.at(-1)
  if (last) return last
  throw new Difference(what, 'was received', 'no such request')
}

Then('the last request goes to {tenant}', async function (this: W, tenant: TenantName) {
  const requests = await requestsOfTheClient(this)
  const asked = requests.filter(({ endpoint }) => endpoint === 'token')
  const { tenantId, path } = lastOf(asked, 'a request for a token')
  expectSame(
    'the tenant of the last request',
    tenantId ?? path.split('/')[1],
    this.directory.tenantId(tenant),
  )
})

Then(
  'the last request for T1 names {blueprint} as its client',
  async function (this: W, name: BlueprintName) {
    const { parameters, basicClientId } = lastOf(await ofLeg(this, 't1'), 'a request for T1')
    // A client may write an id in either case.
    const named = (parameters.client_id ?? basicClientId)?.toLowerCase()
    expectSame('the client of the last request for T1', named, this.directory.clientId(name))
  },
)

Then('at most {int} redemptions were received', async function (this: W, most: number) {
  const { length } = await ofLeg(this, 'redemption')
  if (length <= most) return
  throw new Difference('the number of redemptions', `at most ${most}`, String(length))
})

Then('no request was refused for its credential', async function (this: W) {
  const refused = (await requestsOfTheClient(this)).flatMap(({ outcome }) =>
    'refused' in outcome && outcome.error === 'invalid_client' ? outcome.refused : [],
  )
  expectSame('the rules by which credentials were refused', refused, [])
})

Then('no token request was refused', async function (this: W) {
  const refused = (await requestsOfTheClient(this)).flatMap(({ endpoint, outcome }) =>
    endpoint === 'token' && 'refused' in outcome ? outcome.refused : [],
  )
  expectSame('the rules by which token requests were refused', refused, [])
})

Then('the last redemption presents another T1 than the one refused', async function (this: W) {
  const redemptions = await ofLeg(this, 'redemption')
  const refused = redemptions.filter(({ outcome }) => !('issued' in outcome)).map(t1Of)
  const last = t1Of(lastOf(redemptions, 'a redemption'))
  if (!refused.includes(last)) return
  throw new Difference('the T1 of the last redemption', 'a new one', 'the one refused')
})

Then('T1 is redeemed only in the tenant that issued it', async function (this: W) {
  for (const request of await ofLeg(this, 'redemption')) {
    const found = foreignT1(request)
    if (found) throw new Difference(found.message, found.expected, found.actual)
  }
})

function t1Of({ assertion }: JournalEntry): string {
  return JSON.stringify(assertion?.claims)
}

Then('its error does not name AADSTS{int}', function (this: W, number: number) {
  this.client.needs('the error field aadsts', ({ errorFields }) => errorFields.includes('aadsts'))
  const { aadsts } = this.client.lastError()
  if (!aadsts?.includes(number)) return
  throw new Difference('the numbers that the client reports', `not ${number}`, `${aadsts}`)
})

Then('no two agent identities share a correlation id', async function (this: W) {
  const requests = [...(await ofLeg(this, 't1')), ...(await ofLeg(this, 'redemption'))]
  const agents = new Map<string, Set<string>>()
  for (const { correlationId, parameters } of requests) {
    const agent = parameters.fmi_path ?? parameters.client_id ?? ''
    agents.set(correlationId, (agents.get(correlationId) ?? new Set()).add(agent.toLowerCase()))
  }
  const shared = [...agents].filter(([, names]) => names.size > 1).map(([id]) => id)
  expectSame('the correlation ids that two agent identities share', shared, [])
})

/** The journal reads no assertion where white space surrounds one. */
Then(
  'request {int} presents the assertion of the file alone',
  async function (this: W, at: number) {
    const { assertion } = await this.control.received(at)
    const held = claimsOf(this.client.heldAssertion().trim())
    expectSame(`the assertion of request ${at}`, assertion?.claims, held)
  },
)
