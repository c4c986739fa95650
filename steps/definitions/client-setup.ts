import { Given } from '@cucumber/cucumber'
import type { BlueprintName, ManagedIdentityName, TenantName } from '../../engine/cast/names.ts'
import {
  certificateChainOf,
  certificateOf,
  type Machine,
  managedIdentityOf,
} from '../../engine/scenario/client-credentials.ts'
import { credentialOf, usualWay } from '../../engine/scenario/credential-ways.ts'
import { trustExternalIssuer } from '../../engine/scenario/edits.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given('the client under test acts for {blueprint}', async function (this: W, name: BlueprintName) {
  const { directory, target, client } = this
  const { capabilities, writeAssertion } = client
  const parts = { directory, target, writeAssertion }
  client.actsFor(name, await credentialOf(name, usualWay(capabilities), parts))
})

Given(
  'the client under test acts for {blueprint} with a client secret',
  function (this: W, name: BlueprintName) {
    needsCredential(this, 'secret')
    this.client.actsFor(name)
  },
)

Given(
  'the client under test acts for {blueprint} with a certificate',
  async function (this: W, name: BlueprintName) {
    needsCredential(this, 'certificate')
    this.client.actsFor(name, await certificateOf(this.directory, name))
  },
)

Given(
  'the client under test acts for {blueprint} with a certificate and its chain',
  async function (this: W, name: BlueprintName) {
    needsCredential(this, 'certificate')
    this.client.actsFor(name, await certificateChainOf(this.directory, name))
  },
)

Given(
  'the client under test acts for {blueprint} with the managed identity {managed identity}',
  async function (this: W, name: BlueprintName, identity: ManagedIdentityName) {
    this.client.actsFor(name, await machineOf(this, name, identity, 'appService'))
  },
)

Given(
  'the client under test acts for {blueprint} with the managed identity {managed identity} of a virtual machine',
  async function (this: W, name: BlueprintName, identity: ManagedIdentityName) {
    this.client.actsFor(name, await machineOf(this, name, identity, 'imds'))
  },
)

Given(
  'the client under test acts for {blueprint} with the user-assigned managed identity {managed identity}',
  async function (this: W, name: BlueprintName, identity: ManagedIdentityName) {
    const clientId = this.directory.clientId(identity)
    const credential = await machineOf(this, name, identity, 'appService')
    this.client.actsFor(name, { ...credential, clientId })
  },
)

Given(
  'the client under test acts for {blueprint} with the user-assigned managed identity {managed identity} of a virtual machine',
  async function (this: W, name: BlueprintName, identity: ManagedIdentityName) {
    const clientId = this.directory.clientId(identity)
    const credential = await machineOf(this, name, identity, 'imds')
    this.client.actsFor(name, { ...credential, clientId })
  },
)

Given(
  'the client under test acts for {blueprint} with an assertion file',
  async function (this: W, name: BlueprintName) {
    needsCredential(this, 'assertionFile')
    await trustExternalIssuer(this.directory, name)
    const file = await this.client.writeAssertion(await this.assertionOf(name, 'a federated token'))
    this.client.actsFor(name, { type: 'assertionFile', file })
  },
)

Given('the assertion file holds {assertion}', async function (this: W, phrase: string) {
  await this.client.writeAssertion(await this.assertionOf('Concierge', phrase))
})

Given('{tenant} is a tenant of the US Government cloud', function (this: W, tenant: TenantName) {
  this.client.needs('the cloud usGovernment', ({ clouds }) => clouds.includes('usGovernment'))
  this.client.actsIn('usGovernment')
  return this.change(tenant, (draft) => {
    draft.cloud = 'usGovernment'
  })
})

Given('{tenant} is a tenant of the China cloud', function (this: W, tenant: TenantName) {
  this.client.needs('the cloud china', ({ clouds }) => clouds.includes('china'))
  this.client.actsIn('china')
  return this.change(tenant, (draft) => {
    draft.cloud = 'china'
  })
})

function machineOf(world: W, name: BlueprintName, identity: ManagedIdentityName, source: Machine) {
  needsCredential(world, `managedIdentity:${source}`)
  return managedIdentityOf(world, name, identity, source)
}

function needsCredential({ client }: W, credential: string): void {
  client.needs(`the credential ${credential}`, ({ credentials }) =>
    credentials.some((one) => one === credential),
  )
}
