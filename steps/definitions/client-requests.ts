import { Then } from '@cucumber/cucumber'
import type { TenantName } from '../../engine/cast/names.ts'
import { Difference, expectSame, show } from '../../engine/outcomes/difference.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { judge, legOf } from '../../judge/index.ts'
import { clientTrail, requestsOfTheClient } from '../support/client-trail.ts'
import { demands } from '../support/demands.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Then('{demand}', async function (this: W, demand: string) {
  const findings = judge(await clientTrail(this))
  const finding = findings.find(({ check }) => check === demands[demand])
  if (finding) throw new Difference(finding.message, finding.expected, finding.actual)
})

Then('every request goes to {tenant}', async function (this: W, tenant: TenantName) {
  const requests = await requestsOfTheClient(this)
  const asked = requests.filter(({ endpoint }) => endpoint === 'token')
  const tenants = new Set(asked.map(({ tenantId, path }) => tenantId ?? path.split('/')[1]))
  expectSame('the tenants that were asked', [...tenants], [this.directory.tenantId(tenant)])
})

Then('no request reaches another host', async function (this: W) {
  const { host } = new URL(this.target.authorityHost)
  const hosts = (await requestsOfTheClient(this)).map((request) => request.host)
  const elsewhere = hosts.filter((one) => one !== hosts[0] && /^(127\.|\[::1\])/.test(one))
  expectSame(`hosts that were asked besides ${host}`, [...new Set(elsewhere)], [])
})

Then('at most {int} requests were received', async function (this: W, most: number) {
  const count = (await this.control.journal()).length
  if (count <= most) return
  throw new Difference('the number of received requests', `at most ${most}`, String(count))
})

Then('at most {int} requests for discovery were received', async function (this: W, most: number) {
  const requests = await requestsOfTheClient(this)
  const count = requests.filter(({ endpoint }) => endpoint === 'discovery').length
  if (count <= most) return
  throw new Difference('the number of discovery requests', `at most ${most}`, String(count))
})

Then('{int} requests for T1 were received', async function (this: W, times: number) {
  const requests = await this.control.journal()
  const count = requests.filter(({ parameters }) => 'fmi_path' in parameters).length
  expectSame('the number of requests for T1', count, times)
})

Then(
  'the managed identity endpoint received {int} request(s)',
  async function (this: W, n: number) {
    const asked = (await this.control.journal()).filter(
      ({ endpoint }) => endpoint === 'managedIdentity',
    )
    expectSame('the number of requests to the managed identity endpoint', asked.length, n)
  },
)

Then('the managed identity endpoint received one request for each T1', async function (this: W) {
  const requests = await this.control.journal()
  const asked = requests.filter(({ endpoint }) => endpoint === 'managedIdentity')
  const forT1 = requests.filter((request) => legOf(request) === 't1')
  expectSame('the number of requests to the managed identity', asked.length, forT1.length)
})

Then(
  'request {int} presents the content of the assertion file',
  async function (this: W, at: number) {
    const { assertion } = await this.control.received(at)
    const held = claimsOf(this.client.heldAssertion())
    expectSame(`the assertion of request ${at}`, assertion?.claims, held)
  },
)

Then('x5c of request {int} contains the whole chain', async function (this: W, at: number) {
  const { x5c } = ((await this.control.received(at)).assertion?.header ?? {}) as {
    readonly x5c?: unknown
  }
  const certificates = Array.isArray(x5c) ? x5c.length : 0
  if (certificates === 2) return
  throw new Difference('the certificates in x5c', '2', show(certificates))
})
