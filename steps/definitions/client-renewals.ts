import { Given, Then, When } from '@cucumber/cucumber'
import { agentIn, applicationIn } from '../../engine/cast/find-in-draft.ts'
import {
  type AgentName,
  type BlueprintName,
  homeOf,
  type TenantName,
} from '../../engine/cast/names.ts'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

function renew(
  { client, directory }: W,
  scope: Scope,
  agent: AgentName,
  tenant?: TenantName,
): Promise<void> {
  return client.acquire({
    scope: scope(directory),
    agentIdentity: directory.clientId(agent),
    forceRefresh: true,
    tenantId: tenant && directory.tenantId(tenant),
  })
}

Given('the client under test can be told to renew', function (this: W) {
  this.client.needs('forceRefresh', ({ forceRefresh }) => forceRefresh)
})

Given('the client under test takes several scopes', function (this: W) {
  this.client.needs('severalScopes', ({ severalScopes }) => severalScopes)
})

When(
  'the client under test is told to renew its token for {scope} as {agent identity}',
  async function (this: W, scope: Scope, agent: AgentName) {
    await renew(this, scope, agent)
  },
)

Given(
  'the client under test has renewed its token for {scope} as {agent identity}',
  async function (this: W, scope: Scope, agent: AgentName) {
    await renew(this, scope, agent)
    this.client.lastToken()
  },
)

Then('the client under test has the newest token of {int}', function (this: W, count: number) {
  const different = [...new Set(this.client.tokens())]
  expectSame('the number of different tokens', different.length, count)
  if (this.client.lastToken() === different.at(-1)) return
  throw new Difference('the token of the client', 'the one renewed last', 'an earlier one')
})

Then('the client under test returned no expired token', async function (this: W) {
  const late = await this.client.expiredTokens()
  expectSame('the number of expired tokens that the client returned', late, 0)
})

Given('every token is issued for {duration}', async function (this: W, seconds: number) {
  await this.control.setLifetimes({ t1Seconds: seconds, agentTokenSeconds: seconds })
})

Given('the agent identity {agent identity} is enabled', function (this: W, name: AgentName) {
  return this.change(homeOf(name), (draft) => {
    agentIn(draft, name).enabled = true
  })
})

Given('the blueprint {blueprint} is enabled', function (this: W, name: BlueprintName) {
  return this.change('Contoso', (draft) => {
    applicationIn(draft, name).enabled = true
  })
})

When(
  'the client under test is told to renew its token for {scope} as {agent identity} in {tenant}',
  async function (this: W, scope: Scope, agent: AgentName, tenant: TenantName) {
    await renew(this, scope, agent, tenant)
  },
)

When(
  'the client under test gets a token for {scope} as {agent identity} {int} times in a row',
  async function (this: W, scope: Scope, agent: AgentName, times: number) {
    const { client, directory } = this
    const wanted = { scope: scope(directory), agentIdentity: directory.clientId(agent) }
    for (let done = 0; done < times; done += 1) await client.acquire(wanted)
  },
)
