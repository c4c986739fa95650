import { Given, Then, When } from '@cucumber/cucumber'
import { registerCertificate, trustExternalIssuer, trustManagedIdentity } from '../cast/edits.ts'
import type { AgentName, BlueprintName, ManagedIdentityName, ResourceName } from '../cast/names.ts'
import { Difference, expectSame } from '../expectations/difference.ts'
import { expectTokenFor } from '../expectations/issued-token.ts'
import { claimsOf } from '../requests/answer.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given('the client under test acts for {blueprint}', function (this: W, name: BlueprintName) {
  this.client.actsFor(name)
})

Given(
  'the client under test acts for {blueprint} with a certificate',
  async function (this: W, name: BlueprintName) {
    await registerCertificate(this.directory, name)
    this.client.actsFor(name, { type: 'certificate', ...(await this.directory.keyPair(name)) })
  },
)

Given(
  'the client under test acts for {blueprint} with the managed identity {managed identity}',
  async function (this: W, name: BlueprintName, identity: ManagedIdentityName) {
    await trustManagedIdentity(this.directory, name, identity)
    const endpoint = `${this.target.authorityHost}/msi/token`
    const header = this.directory.tenantId('Contoso')
    this.client.actsFor(name, { type: 'managedIdentity', source: 'appService', endpoint, header })
  },
)

Given(
  'the client under test acts for {blueprint} with an assertion file',
  async function (this: W, name: BlueprintName) {
    await trustExternalIssuer(this.directory, name)
    const file = await this.client.writeAssertion(await this.assertionOf(name, 'a federated token'))
    this.client.actsFor(name, { type: 'assertionFile', file })
  },
)

Given('the assertion file holds {credential}', async function (this: W, phrase: string) {
  await this.client.writeAssertion(await this.assertionOf('Concierge', phrase))
})

Given(
  'the client under test has a token for {scope} as {agent identity}',
  async function (this: W, scope: Scope, agent: AgentName) {
    await this.client.acquire(scope(this.directory), this.directory.clientId(agent))
    this.client.lastToken()
  },
)

When(
  'the client under test gets a token for {scope} as {agent identity}',
  async function (this: W, scope: Scope, agent: AgentName) {
    await this.client.acquire(scope(this.directory), this.directory.clientId(agent))
  },
)

When(
  'the client under test gets a fresh token for {scope} as {agent identity}',
  async function (this: W, scope: Scope, agent: AgentName) {
    await this.client.acquire(scope(this.directory), this.directory.clientId(agent), true)
  },
)

When(
  '{int} callers of the client under test get a token for {scope} as {agent identity} at once',
  async function (this: W, callers: number, scope: Scope, agent: AgentName) {
    const id = this.directory.clientId(agent)
    const calls = Array.from({ length: callers }, () =>
      this.client.acquire(scope(this.directory), id),
    )
    await Promise.all(calls)
  },
)

When(
  'the client under test gets a token for {scope} as the agent identity {string}',
  async function (this: W, scope: Scope, id: string) {
    await this.client.acquire(scope(this.directory), id)
  },
)

Then(
  'the client under test has a token for {resource} of {agent identity}',
  function (this: W, resource: ResourceName, agent: AgentName) {
    expectTokenFor(claimsOf(this.client.lastToken()), resource, agent, this.directory)
  },
)

Then('the client under test has {int} token(s)', function (this: W, count: number) {
  expectSame('the number of tokens of the client', this.client.tokens().length, count)
})

Then('the client under test reports an error', function (this: W) {
  this.client.lastError()
})

Then('the client under test reports {string}', function (this: W, code: string) {
  expectSame('the error that the client reports', this.client.lastError().code, code)
})

Then('its error names AADSTS{int}', function (this: W, number: number) {
  expectSame('the numbers that the client reports', this.client.lastError().aadsts, [number])
})

Then('its error names the correlation id of request {int}', async function (this: W, at: number) {
  const { correlationId } = await this.control.received(at)
  expectSame('the correlation id', this.client.lastError().correlationId, correlationId)
})

/** T1 and assertions are known to nobody but the client. */
const jwt = /\beyJ[\w-]+\.[\w-]+/

Then('no secret is in what the client under test says', async function (this: W) {
  const text = await this.client.said()
  const leaked = this.secrets.filter((secret) => text.includes(secret))
  if (leaked.length > 0 || jwt.test(text))
    throw new Difference('what the client says', 'no secret', 'a secret')
})
