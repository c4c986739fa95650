import { Then } from '@cucumber/cucumber'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import { requestsOfTheClient } from '../../engine/scenario/client-trail.ts'
import type { JournalEntry } from '../../mock-idp/index.ts'
import { tokenRequests, withLeg } from '../support/token-requests.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Then('{int} request(s) for T1 was/were received', async function (this: W, count: number) {
  const found = withLeg(await requestsOfTheClient(this), 'request for T1')
  expectSame('the number of requests for T1', found.length, count)
})

Then('{int} redemption(s) was/were received', async function (this: W, count: number) {
  const found = withLeg(await requestsOfTheClient(this), 'redemption')
  expectSame('the number of redemptions', found.length, count)
})

Then(
  'the managed identity endpoint received {int} request(s)',
  async function (this: W, count: number) {
    const found = withLeg(await requestsOfTheClient(this), 'request to the managed identity')
    expectSame('the number of requests to the managed identity endpoint', found.length, count)
  },
)

Then('at most {int} requests were received', async function (this: W, most: number) {
  expectAtMost('received requests', (await tokenRequests(this)).length, most)
})

Then('at most {int} requests for discovery were received', async function (this: W, most: number) {
  const requests = await requestsOfTheClient(this)
  const count = requests.filter(({ endpoint }) => endpoint === 'discovery').length
  expectAtMost('discovery requests', count, most)
})

function expectAtMost(what: string, count: number, most: number): void {
  if (count <= most) return
  throw new Difference(`the number of ${what}`, `at most ${most}`, String(count))
}

Then('no request reaches another host', async function (this: W) {
  const { authorityHost, httpUrl = authorityHost } = this.target
  const told = [authorityHost, httpUrl].map((url) => new URL(url).host)
  const hosts = (await requestsOfTheClient(this)).map((request) => request.host)
  const elsewhere = hosts.filter(
    (one) => !told.includes(one) && one !== hosts[0] && /^(127\.|\[::1\]|localhost)/.test(one),
  )
  expectSame(`hosts that were asked besides ${told.join(' and ')}`, [...new Set(elsewhere)], [])
})

Then('the managed identity endpoint received one request for each T1', async function (this: W) {
  const requests = await requestsOfTheClient(this)
  const asked = withLeg(requests, 'request to the managed identity')
  const forT1 = withLeg(requests, 'request for T1')
  expectSame('the number of requests to the managed identity', asked.length, forT1.length)
})

Then('a request was refused under rule {string}', async function (this: W, id: string) {
  const refused = refusedOf(await tokenRequests(this))
  expectSame('the rules that refuse', [...new Set(refused.map(ruleOf))], [id])
})

/** The same request: of the same client, for the same agent identity and scope. */
Then('no refused request was sent again', async function (this: W) {
  const sent = refusedOf(await tokenRequests(this)).map(({ parameters, path }) =>
    [path, parameters.client_id, parameters.fmi_path, parameters.scope].join(' '),
  )
  expectSame('refused requests that were sent again', sent.length - new Set(sent).size, 0)
})

/** Of these, what the client declares. */
Then(
  'its error names the status and the correlation id of the refused request',
  async function (this: W) {
    const { errorFields } = this.client.capabilities
    const { status, correlationId } = this.client.lastError()
    const refused = refusedOf(await tokenRequests(this)).at(-1)
    if (errorFields.includes('status')) {
      expectSame('the status that the client reports', status, refused?.httpStatus)
    }
    if (errorFields.includes('correlationId')) {
      expectSame('the correlation id', correlationId, refused?.correlationId)
    }
  },
)

Then(
  'no request came within {duration} after the provider was busy',
  async function (this: W, seconds: number) {
    const requests = await tokenRequests(this)
    const busy = requests.find(({ outcome }) => 'fault' in outcome)
    if (!busy) throw new Difference('a request', 'met the busy provider', 'none did')
    const soon = requests.filter(
      ({ sequence, time }) =>
        sequence > busy.sequence && Date.parse(time) - Date.parse(busy.time) < seconds * 1000,
    )
    expectSame(`requests within ${seconds} s after the provider was busy`, soon.length, 0)
  },
)

function refusedOf(requests: readonly JournalEntry[]): readonly JournalEntry[] {
  return requests.filter(({ outcome }) => 'refused' in outcome)
}

function ruleOf({ outcome }: JournalEntry): string {
  return 'refused' in outcome ? outcome.refused : 'none'
}
