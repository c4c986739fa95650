import { type DataTable, Then } from '@cucumber/cucumber'
import type { AgentName, BlueprintName, TenantName } from '../../engine/cast/names.ts'
import { Difference, expectSame, show } from '../../engine/outcomes/difference.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { clientTrail } from '../../engine/scenario/client-trail.ts'
import { clientOf, judge } from '../../judge/index.ts'
import { isGuid } from '../../mock-idp/index.ts'
import { expectValue } from '../expectations/expected-value.ts'
import { memberAt } from '../expectations/member-at.ts'
import { demands } from '../support/demands.ts'
import { requestsFor, tokenRequests } from '../support/token-requests.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Then('{demand}', async function (this: W, demand: string) {
  const findings = judge(await clientTrail(this))
  const finding = findings.find(({ check }) => check === demands[demand])
  if (finding) throw new Difference(finding.message, finding.expected, finding.actual)
})

Then('every request goes to {tenant}', async function (this: W, tenant: TenantName) {
  const asked = await tokenRequests(this)
  const tenants = new Set(asked.map(({ tenantId, path }) => tenantId ?? path.split('/')[1]))
  expectSame('the tenants that were asked', [...tenants], [this.directory.tenantId(tenant)])
})

Then('every {leg} says:', async function (this: W, leg: string, table: DataTable) {
  for (const request of await requestsFor(this, leg)) {
    const parameters = { ...request.parameters, client_id: clientOf(request) }
    for (const [name = '', words = ''] of table.raw()) {
      const value = inLowerCase(memberAt(parameters, name))
      expectValue(`${name} of the ${leg}`, value, words, this.context)
    }
  }
})

Then('no {leg} contains {string}', async function (this: W, leg: string, name: string) {
  for (const { parameters } of await requestsFor(this, leg)) {
    expectSame(`${name} of the ${leg}`, parameters[name], undefined)
  }
})

Then(
  'every {leg} is posted to the token endpoint of {tenant}',
  async function (this: W, leg: string, tenant: TenantName) {
    const expected = `POST /${this.directory.tenantId(tenant)}/oauth2/v2.0/token`
    for (const { method, path } of await requestsFor(this, leg)) {
      expectSame(`the URL of the ${leg}`, `${method} ${path}`, expected)
    }
  },
)

Then('T1 was requested for {agent identity}', async function (this: W, agent: AgentName) {
  const id = this.directory.clientId(agent)
  const named = (await requestsFor(this, 'request for T1')).map(({ parameters }) =>
    parameters.fmi_path?.toLowerCase(),
  )
  if (named.includes(id)) return
  throw new Difference('the agent identities of the requests for T1', agent, show(named))
})

Then(
  'every {leg} presents the T1 of {agent identity}',
  async function (this: W, leg: string, agent: AgentName) {
    for (const request of await requestsFor(this, leg)) {
      const subject = memberAt(request, 'assertion.claims.sub')
      expectValue('the subject of T1', subject, `the agent subject of ${agent}`, this.context)
    }
  },
)

Then(
  'every {leg} is signed by {blueprint}',
  async function (this: W, leg: string, name: BlueprintName) {
    for (const request of await requestsFor(this, leg)) {
      const issuer = memberAt(request, 'assertion.claims.iss')
      expectSame('the issuer of the assertion', issuer, this.directory.clientId(name))
    }
  },
)

Then(
  'the last request for T1 presents the content of the assertion file',
  async function (this: W) {
    const last = (await requestsFor(this, 'request for T1')).at(-1)
    const held = claimsOf(this.client.heldAssertion())
    expectSame('the assertion of the last request for T1', last?.assertion?.claims, held)
  },
)

Then('x5c of every request for T1 contains the whole chain', async function (this: W) {
  for (const request of await requestsFor(this, 'request for T1')) {
    const x5c = memberAt(request, 'assertion.header.x5c')
    const certificates = Array.isArray(x5c) ? x5c.length : 0
    if (certificates === 2) continue
    throw new Difference('the certificates in x5c', '2', show(certificates))
  }
})

/** A client may write an id in either case. */
function inLowerCase(value: unknown): unknown {
  return typeof value === 'string' && isGuid(value) ? value.toLowerCase() : value
}
