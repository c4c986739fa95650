import { randomUUID } from 'node:crypto'
import { Given, When } from '@cucumber/cucumber'
import { agentIn, userIn } from '../../engine/cast/find-in-draft.ts'
import type { AgentName, ResourceName } from '../../engine/cast/names.ts'
import type { Acquisition } from '../../engine/clients/client-under-test.ts'
import { agentUser, personCalled } from '../support/people.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

async function acquire(
  { client, directory }: W,
  scope: Scope,
  agent: AgentName,
  user: Acquisition['user'],
  more: Partial<Acquisition> = {},
): Promise<void> {
  const agentIdentity = directory.clientId(agent)
  await client.acquire({ flow: 'agentUser', scope: scope(directory), agentIdentity, user, ...more })
}

Given('the client under test acts as agent users', function (this: W) {
  this.client.needs('the flow agentUser', ({ flows }) => flows.includes('agentUser'))
})

Given(
  '{agent identity} has the user {string}, who reads mail',
  async function (this: W, agent: AgentName, name: string) {
    const person = personCalled(name)
    const graph = this.directory.clientId('Microsoft Graph')
    await this.change('Contoso', (draft) => {
      const [id, identityParentId] = [randomUUID(), agentIn(draft, agent).id]
      const userPrincipalName = `${person.toLowerCase()}@${draft.domains?.[0]}`
      const displayName = `${person} of ${agent}`
      draft.users?.push({ id, displayName, userPrincipalName, identityParentId })
      const grant = { client: identityParentId, resource: graph, user: id, scope: 'Mail.Read' }
      draft.permissionGrants?.push(grant)
    })
  },
)

Given(
  '{string} is called as {string} is, at another domain',
  async function (this: W, name: string, other: string) {
    await this.change('Contoso', (draft) => {
      const domain = 'branch.example'
      const mailbox = userIn(draft, personCalled(other)).userPrincipalName.split('@')[0]
      draft.domains?.push(domain)
      userIn(draft, personCalled(name)).userPrincipalName = `${mailbox}@${domain}`
    })
  },
)

/** Everybody who is granted nothing else. */
Given(
  'everybody has consented that {agent identity} reads {resource}',
  async function (this: W, agent: AgentName, resource: ResourceName) {
    const resourceId = this.directory.clientId(resource)
    await this.change('Contoso', (draft) => {
      const client = agentIn(draft, agent).id
      draft.permissionGrants?.push({ client, resource: resourceId, scope: 'Orders.Read' })
    })
  },
)

Given(
  '{string} has consented that {agent identity} reads mail',
  async function (this: W, name: string, agent: AgentName) {
    const graph = this.directory.clientId('Microsoft Graph')
    const user = this.directory.personId(personCalled(name))
    await this.change('Contoso', (draft) => {
      const client = agentIn(draft, agent).id
      draft.permissionGrants?.push({ client, resource: graph, user, scope: 'Mail.Read' })
    })
  },
)

Given(
  '{string} has consented that {agent identity} reads mail and users',
  async function (this: W, name: string, agent: AgentName) {
    const graph = this.directory.clientId('Microsoft Graph')
    const user = this.directory.personId(personCalled(name))
    await this.change('Contoso', (draft) => {
      const client = agentIn(draft, agent).id
      const others = draft.permissionGrants?.filter(
        (one) => one.client !== client || one.user !== user,
      )
      const scope = 'User.Read Mail.Read'
      draft.permissionGrants = [...(others ?? []), { client, resource: graph, user, scope }]
    })
  },
)

Given('all consent to {agent identity} is withdrawn', async function (this: W, agent: AgentName) {
  await this.change('Contoso', (draft) => {
    const { id } = agentIn(draft, agent)
    draft.permissionGrants = draft.permissionGrants?.filter(({ client }) => client !== id) ?? []
  })
})

Given('the account of {string} is disabled', async function (this: W, name: string) {
  await this.change('Contoso', (draft) => {
    userIn(draft, personCalled(name)).enabled = false
  })
})

Given(
  'the client under test has a token for {scope} as the user {string} of {agent identity}',
  async function (this: W, scope: Scope, name: string, agent: AgentName) {
    await acquire(this, scope, agent, agentUser(this, name))
    this.client.lastToken()
  },
)

Given(
  'the client under test has tried to get a token for {scope} as the user {string} of {agent identity}',
  async function (this: W, scope: Scope, name: string, agent: AgentName) {
    await acquire(this, scope, agent, agentUser(this, name))
  },
)

When(
  'the client under test gets a token for {scope} as the user {string} of {agent identity}',
  async function (this: W, scope: Scope, name: string, agent: AgentName) {
    await acquire(this, scope, agent, agentUser(this, name))
  },
)

When(
  'the client under test gets a token for {scope} as the user {string} of {agent identity} by object id',
  async function (this: W, scope: Scope, name: string, agent: AgentName) {
    await acquire(this, scope, agent, agentUser(this, name, 'oid'))
  },
)

async function acquireByName(this: W, scope: Scope, name: string, agent: AgentName): Promise<void> {
  await acquire(this, scope, agent, agentUser(this, name, 'upn'))
}

When(
  'the client under test gets a token for {scope} as the user {string} of {agent identity} by name',
  acquireByName,
)

Given(
  'the client under test has tried to get a token for {scope} as the user {string} of {agent identity} by name',
  acquireByName,
)

When(
  'the client under test gets a token for {scope} as a user without a name of {agent identity}',
  async function (this: W, scope: Scope, agent: AgentName) {
    const [kind] = this.client.capabilities.userIds
    await acquire(this, scope, agent, kind === 'upn' ? { upn: '' } : { oid: '' })
  },
)

When(
  '{int} simultaneous callers of the client under test get a token for {scope} as the user {string} of {agent identity} and as the user {string} of {agent identity} in turn',
  async function (
    this: W,
    callers: number,
    scope: Scope,
    one: string,
    agentOfOne: AgentName,
    other: string,
    agentOfOther: AgentName,
  ) {
    const calls = Array.from({ length: callers }, (_, at) =>
      at % 2 === 0
        ? acquire(this, scope, agentOfOne, agentUser(this, one))
        : acquire(this, scope, agentOfOther, agentUser(this, other)),
    )
    await Promise.all(calls)
  },
)
