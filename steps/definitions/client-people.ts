import { Given, When } from '@cucumber/cucumber'
import type { AgentName, TenantName } from '../../engine/cast/names.ts'
import type { Acquisition } from '../../engine/clients/client-under-test.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { type Challenge, challengeOf } from '../support/challenges.ts'
import { signIn, tokenOfPerson } from '../support/people.ts'
import type { Scope } from '../support/scopes.ts'
import { unusableToken } from '../support/unusable-tokens.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld
type Named = { readonly scope: Scope; readonly agent: AgentName; readonly person: string }

async function acquire(world: W, named: Named, more: Partial<Acquisition> = {}): Promise<void> {
  const { scope, agent, person } = named
  const userAssertion = await tokenOfPerson(world, person)
  const { client, directory } = world
  const agentIdentity = directory.clientId(agent)
  const wanted = { flow: 'obo', scope: scope(directory), agentIdentity, userAssertion } as const
  await client.acquire({ ...wanted, ...more })
}

Given('the client under test acts on behalf of people', function (this: W) {
  this.client.needs('the flow obo', ({ flows }) => flows.includes('obo'))
})

Given('{string} has signed in', async function (this: W, person: string) {
  await signIn(this, person)
})

Given('{string} has signed in again', async function (this: W, person: string) {
  await signIn(this, person)
})

/** The same name and mailbox, as the token says: a client that goes by them takes one person for the other. */
Given(
  '{string} has signed in under the name of {string}, at another domain',
  async function (this: W, person: string, other: string) {
    const { name, preferred_username: userName } = claimsOf(await tokenOfPerson(this, other))
    const preferred_username = `${String(userName).split('@')[0]}@branch.example`
    await signIn(this, person, { claims: { name, preferred_username } })
  },
)

Given(
  '{string} has signed in for {duration}',
  async function (this: W, person: string, lifetimeSeconds: number) {
    await signIn(this, person, { lifetimeSeconds })
  },
)

Given(
  'the client under test has a token for {scope} as {agent identity} on behalf of {string}',
  async function (this: W, scope: Scope, agent: AgentName, person: string) {
    await acquire(this, { scope, agent, person })
    this.client.lastToken()
  },
)

/** Whether it got one is left open. */
Given(
  'the client under test has tried to get a token for {scope} as {agent identity} on behalf of {string}',
  async function (this: W, scope: Scope, agent: AgentName, person: string) {
    await acquire(this, { scope, agent, person })
  },
)

Given(
  'the client under test has a token for {scope} as {agent identity} on behalf of {string} in {tenant}',
  async function (this: W, scope: Scope, agent: AgentName, person: string, tenant: TenantName) {
    await acquire(this, { scope, agent, person }, { tenantId: this.directory.tenantId(tenant) })
    this.client.lastToken()
  },
)

When(
  'the client under test gets a token for {scope} as {agent identity} on behalf of {string}',
  async function (this: W, scope: Scope, agent: AgentName, person: string) {
    await acquire(this, { scope, agent, person })
  },
)

async function acquireWithClaims(
  this: W,
  scope: Scope,
  agent: AgentName,
  person: string,
): Promise<void> {
  this.client.needs('claims', ({ claims }) => claims)
  const { claims }: Challenge = challengeOf(this)
  await acquire(this, { scope, agent, person }, { claims })
}

When(
  'the client under test gets a token for {scope} as {agent identity} on behalf of {string} with the claims of the challenge',
  acquireWithClaims,
)

Given(
  'the client under test has tried to get a token for {scope} as {agent identity} on behalf of {string} with the claims of the challenge',
  acquireWithClaims,
)

When(
  /^the client under test gets a token for "Microsoft Graph" as "Booking" with (.+) in place of the token of "([^"]+)"$/,
  async function (this: W, what: string, person: string) {
    const userAssertion = await unusableToken(this, what, person)
    const { client, directory } = this
    const scope = `${directory.address('Microsoft Graph')}/.default`
    const agentIdentity = directory.clientId('Booking')
    await client.acquire({ flow: 'obo', scope, agentIdentity, userAssertion })
  },
)

When(
  '{int} simultaneous callers of the client under test get a token for {scope} as {agent identity} on behalf of {string} and of {string} in turn',
  async function (
    this: W,
    callers: number,
    scope: Scope,
    agent: AgentName,
    one: string,
    other: string,
  ) {
    // Both have signed in before anybody asks.
    for (const person of [one, other]) await tokenOfPerson(this, person)
    const people = Array.from({ length: callers }, (_, at) => (at % 2 === 0 ? one : other))
    await Promise.all(people.map((person) => acquire(this, { scope, agent, person })))
  },
)
