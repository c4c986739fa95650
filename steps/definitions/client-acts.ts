import { Given, When } from '@cucumber/cucumber'
import { applicationIn } from '../../engine/cast/find-in-draft.ts'
import type { AgentName, BlueprintName, TenantName } from '../../engine/cast/names.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

function acquire(
  { client, directory }: W,
  scope: Scope,
  agent: AgentName,
  { forceRefresh, tenant }: { forceRefresh?: boolean; tenant?: TenantName } = {},
): Promise<void> {
  return client.acquire({
    scope: scope(directory),
    agentIdentity: directory.clientId(agent),
    forceRefresh,
    tenantId: tenant && directory.tenantId(tenant),
  })
}

Given(
  'the client under test has a token for {scope} as {agent identity}',
  async function (this: W, scope: Scope, agent: AgentName) {
    await acquire(this, scope, agent)
    this.client.lastToken()
  },
)

/** Whether it got one is left open: a client may wait and try again, or give up. */
Given(
  'the client under test has tried to get a token for {scope} as {agent identity}',
  async function (this: W, scope: Scope, agent: AgentName) {
    await acquire(this, scope, agent)
  },
)

Given(
  'the client under test learns that {blueprint} has the new client secret {string}',
  async function (this: W, name: BlueprintName, value: string) {
    await this.change('Contoso', (draft) => {
      applicationIn(draft, name).secrets = [{ value }]
    })
    await this.client.proveAnew({ type: 'secret', value })
  },
)

When(
  'the client under test gets a token for {scope} as {agent identity}',
  async function (this: W, scope: Scope, agent: AgentName) {
    await acquire(this, scope, agent)
  },
)

When(
  'the client under test gets a token for {scope} as {agent identity} in {tenant}',
  async function (this: W, scope: Scope, agent: AgentName, tenant: TenantName) {
    await acquire(this, scope, agent, { tenant })
  },
)

When(
  'the client under test tries {int} times to get a token for {scope} as {agent identity}',
  async function (this: W, times: number, scope: Scope, agent: AgentName) {
    for (let done = 0; done < times; done += 1) await acquire(this, scope, agent)
  },
)

When(
  '{int} simultaneous callers of the client under test get a token for {scope} as {agent identity}',
  async function (this: W, callers: number, scope: Scope, agent: AgentName) {
    await Promise.all(Array.from({ length: callers }, () => acquire(this, scope, agent)))
  },
)

When(
  '{int} simultaneous callers of the client under test get a token for {scope} as {agent identity} and as {agent identity} in turn',
  async function (this: W, callers: number, scope: Scope, one: AgentName, other: AgentName) {
    const agents = Array.from({ length: callers }, (_, at) => (at % 2 === 0 ? one : other))
    await Promise.all(agents.map((agent) => acquire(this, scope, agent)))
  },
)

When(
  '{int} simultaneous callers of the client under test get a token for {scope} and for {scope} in turn as {agent identity}',
  async function (this: W, callers: number, one: Scope, other: Scope, agent: AgentName) {
    const scopes = Array.from({ length: callers }, (_, at) => (at % 2 === 0 ? one : other))
    await Promise.all(scopes.map((scope) => acquire(this, scope, agent)))
  },
)

When(
  '{int} simultaneous callers of the client under test get a token for {scope} as {agent identity} and as {agent identity} in {tenant} in turn',
  async function (
    this: W,
    callers: number,
    scope: Scope,
    one: AgentName,
    other: AgentName,
    tenant: TenantName,
  ) {
    const calls = Array.from({ length: callers }, (_, at) =>
      at % 2 === 0 ? acquire(this, scope, one) : acquire(this, scope, other, { tenant }),
    )
    await Promise.all(calls)
  },
)

When(
  'the client under test gets a token for {scope} as the agent identity {string}',
  async function (this: W, scope: Scope, id: string) {
    await this.client.acquire({ scope: scope(this.directory), agentIdentity: id })
  },
)

When(
  'the client under test gets a token for {scope} as the agent identity null',
  async function (this: W, scope: Scope) {
    await this.client.acquire({ scope: scope(this.directory), agentIdentity: null })
  },
)

When(
  'the client under test gets a token for {scope} without an agent identity',
  async function (this: W, scope: Scope) {
    await this.client.acquire({ scope: scope(this.directory), agentIdentity: undefined })
  },
)

Given('the client under test was reset', async function (this: W) {
  await this.client.reset()
})
