import { Given } from '@cucumber/cucumber'
import { agentIn, applicationIn } from '../../engine/cast/find-in-draft.ts'
import type { AgentName, BlueprintName, TenantName } from '../../engine/cast/names.ts'
import { strangersKeyPair } from '../../engine/credentials/key-pairs.ts'
import { trustExternalIssuer } from '../../engine/scenario/edits.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

function acquireIn(world: W, scope: Scope, agent: AgentName, tenant: TenantName): Promise<void> {
  const { client, directory } = world
  return client.acquire({
    scope: scope(directory),
    agentIdentity: directory.clientId(agent),
    tenantId: directory.tenantId(tenant),
  })
}

Given(
  'the client under test has a token for {scope} as {agent identity} in {tenant}',
  async function (this: W, scope: Scope, agent: AgentName, tenant: TenantName) {
    await acquireIn(this, scope, agent, tenant)
    this.client.lastToken()
  },
)

Given(
  'the client under test has tried to get a token for {scope} as {agent identity} in {tenant}',
  async function (this: W, scope: Scope, agent: AgentName, tenant: TenantName) {
    await acquireIn(this, scope, agent, tenant)
  },
)

Given(
  'the client under test is configured for {blueprint}',
  async function (this: W, name: BlueprintName) {
    await this.client.becomes(name)
  },
)

/** A GUID whose part is another than in the original. */
const changes: Readonly<Record<string, (guid: string) => string>> = {
  'the first digit': (guid) => `${otherDigit(guid[0])}${guid.slice(1)}`,
  'the first group': (guid) => guid.replace(/^[^-]+/, otherDigits),
  'a middle group': (guid) => guid.replace(/(?<=^[^-]+-)[^-]+/, otherDigits),
  'the last group': (guid) => guid.replace(/[^-]+$/, otherDigits),
  // The same digits: a key that adds them up, or sorts them, does not show the difference.
  'the order of two groups': (guid) => guid.replace(/^(\w{8})-(\w{4})-(\w{4})/, '$1-$3-$2'),
}

function otherDigits(digits: string): string {
  return [...digits].map(otherDigit).join('')
}

function otherDigit(digit = '0'): string {
  return ((Number.parseInt(digit, 16) + 1) % 16).toString(16)
}

Given(
  /^the ids of "Booking" and "Billing" differ only in (the first digit|the first group|a middle group|the last group|the order of two groups)$/,
  async function (this: W, part: string) {
    const alike = changes[part]?.(this.directory.clientId('Booking')) ?? ''
    await this.change('Contoso', (draft) => {
      agentIn(draft, 'Billing').id = alike
    })
    this.directory.made('Billing', { clientId: alike, objectId: alike })
  },
)

const ends: Readonly<Record<string, string>> = {
  'a line end': '\n',
  'a Windows line end': '\r\n',
  'a blank line': '\n\n',
}

Given(
  /^the client under test acts for "Concierge" with an assertion file that ends with (a line end|a Windows line end|a blank line)$/,
  async function (this: W, end: string) {
    this.client.needs('the credential assertionFile', ({ credentials }) =>
      credentials.includes('assertionFile'),
    )
    await trustExternalIssuer(this.directory, 'Concierge')
    const assertion = await this.assertionOf('Concierge', 'a federated token')
    const file = await this.client.writeAssertion(`${assertion}${ends[end] ?? ''}`)
    this.client.actsFor('Concierge', { type: 'assertionFile', file })
  },
)

Given(
  'the client under test learns that {blueprint} has a new certificate',
  async function (this: W, name: BlueprintName) {
    const { certificatePem, privateKeyPem } = await strangersKeyPair()
    await this.change('Contoso', (draft) => {
      applicationIn(draft, name).certificates = [{ pem: certificatePem }]
    })
    await this.client.proveAnew({ type: 'certificate', certificatePem, privateKeyPem })
  },
)
