import { type DataTable, Given, When } from '@cucumber/cucumber'
import type { BlueprintName, ClientName } from '../../engine/cast/names.ts'
import { NotTestable } from '../../engine/outcomes/not-testable.ts'
import { fillIds, sponsoredBy, withProperties } from '../../engine/requests/graph-bodies.ts'
import { graphRequest } from '../../engine/requests/graph-requests.ts'
import { withHeader } from '../../engine/requests/wire-request.ts'
import { memberAt } from '../expectations/member-at.ts'
import { forgedCopy } from '../support/forged-copy.ts'
import { type Caller, graphTokenOf } from '../support/graph-callers.ts'
import { askGraph } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

/** What whoever has a token for the directory may ask, and nothing else is needed for. */
const anything = { method: 'GET', path: '/organization' } as const

When('a caller asks the directory without a token', async function (this: W) {
  await this.send(graphRequest(this.directory, anything, undefined))
})

When('a caller asks the directory with it', async function (this: W) {
  await this.send(graphRequest(this.directory, anything, this.it))
})

When('a caller asks the directory with the token obtained first', async function (this: W) {
  await this.send(graphRequest(this.directory, anything, this.tokens[0]))
})

When(
  'a caller asks the directory with a copy of it {twist}',
  async function (this: W, twist: string) {
    const copy = await forgedCopy(this, twist)
    await this.send(graphRequest(this.directory, anything, copy))
  },
)

When('a caller asks the directory with text that is not a token', async function (this: W) {
  await this.send(graphRequest(this.directory, anything, 'not-a-token'))
})

Given(
  '{client} has a token for the directory that names the issuer of Fabrikam',
  async function (this: W, client: ClientName) {
    const issuerTenantId = this.directory.tenantId('Fabrikam')
    const clientId = this.directory.clientId(client)
    const roles = ['Organization.Read.All']
    this.tokens.push(await this.control.graphToken({ clientId, roles, issuerTenantId }))
  },
)

Given(
  '{client} has a token for the directory that ended {duration} ago',
  async function (this: W, client: ClientName, seconds: number) {
    const clientId = this.directory.clientId(client)
    const choice = { clientId, roles: ['Organization.Read.All'], lifetimeSeconds: -seconds }
    this.tokens.push(await this.control.graphToken(choice))
  },
)

Given(
  'its path names a domain of the tenant that {caller} finds in the directory',
  async function (this: W, caller: Caller) {
    const { wire } = this
    const { body } = await askGraph(this, caller, anything)
    const domain = memberAt(body, 'value.0.verifiedDomains.0.name')
    if (typeof domain !== 'string') throw new NotTestable('the directory shows no verified domain')
    this.wire = { ...wire, path: wire.path.replace(/^\/[^/]+/, `/${domain}`) }
  },
)

Given(
  'a request of {caller} to the directory for {string}',
  async function (this: W, caller: Caller, path: string) {
    const token = await graphTokenOf(this, caller)
    const asked = { method: 'GET', path: fillIds(path, this.directory) } as const
    const wire = graphRequest(this.directory, asked, token)
    this.wire = withHeader(wire, 'content-type', 'application/json')
  },
)

Given(
  'a request of {caller} that prefers to create the blueprint {blueprint} under the unique name {string}',
  async function (this: W, caller: Caller, displayName: BlueprintName, uniqueName: string) {
    const token = await graphTokenOf(this, caller)
    const path = `/applications(uniqueName='${uniqueName}')/microsoft.graph.agentIdentityBlueprint`
    const body = { displayName, ...sponsoredBy([this.directory.personId('Ada')]) }
    const headers = { prefer: 'create-if-missing' }
    this.wire = graphRequest(this.directory, { method: 'PATCH', path, body, headers }, token)
  },
)

Given('its body says:', function (this: W, table: DataTable) {
  const body = withProperties({}, table.raw(), this.directory)
  this.wire = { ...this.wire, body: JSON.stringify(body) }
})

Given('its body is {int} letters long', function (this: W, count: number) {
  this.wire = { ...this.wire, body: 'x'.repeat(count) }
})

When(
  '{caller} sends a batch of {int} reads',
  async function (this: W, caller: Caller, count: number) {
    const requests = Array.from({ length: count }, (_, at) => ({
      id: String(at + 1),
      method: 'GET',
      url: '/organization',
    }))
    await askGraph(this, caller, { method: 'POST', path: '/$batch', body: { requests } })
  },
)

When('{caller} sends a batch of:', async function (this: W, caller: Caller, table: DataTable) {
  const requests = table.hashes().map(({ id, method = 'GET', path = '', after }) => ({
    id,
    method,
    url: fillIds(path, this.directory),
    ...(after && { dependsOn: [after] }),
  }))
  await askGraph(this, caller, { method: 'POST', path: '/$batch', body: { requests } })
})
