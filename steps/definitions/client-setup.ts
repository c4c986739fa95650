import { randomUUID } from 'node:crypto'
import { Given } from '@cucumber/cucumber'
import { applicationIn } from '../../engine/cast/find-in-draft.ts'
import type { BlueprintName, ManagedIdentityName, TenantName } from '../../engine/cast/names.ts'
import { chainedKeyPair } from '../../engine/credentials/key-pairs.ts'
import {
  registerCertificate,
  trustExternalIssuer,
  trustManagedIdentity,
} from '../../engine/scenario/edits.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given('the client under test acts for {blueprint}', function (this: W, name: BlueprintName) {
  this.client.actsFor(name)
})

Given(
  'the client under test acts for {blueprint} with a certificate',
  async function (this: W, name: BlueprintName) {
    needsCredential(this, 'certificate')
    await registerCertificate(this.directory, name)
    this.client.actsFor(name, { type: 'certificate', ...(await this.directory.keyPair(name)) })
  },
)

Given(
  'the client under test acts for {blueprint} with a certificate and its chain',
  async function (this: W, name: BlueprintName) {
    needsCredential(this, 'certificate')
    const { leafPem, certificatePem, privateKeyPem } = await chainedKeyPair()
    await this.change('Contoso', (draft) => {
      applicationIn(draft, name).certificates = [{ pem: leafPem }]
    })
    const sent = { certificatePem, privateKeyPem, sendX5c: true }
    this.client.actsFor(name, { type: 'certificate', ...sent })
  },
)

Given(
  'the client under test acts for {blueprint} with the managed identity {managed identity}',
  async function (this: W, name: BlueprintName, identity: ManagedIdentityName) {
    needsCredential(this, 'managedIdentity:appService')
    await trustManagedIdentity(this.directory, name, identity)
    const endpoint = `${this.target.httpUrl ?? this.target.authorityHost}/msi/token`
    // A secret like any other, which nothing else in the scenario contains.
    const header = `identity-header-${randomUUID()}`
    await this.change('Contoso', (draft) => {
      draft.identityHeader = header
    })
    this.client.actsFor(name, { type: 'managedIdentity', source: 'appService', endpoint, header })
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

function needsCredential({ client }: W, credential: string): void {
  client.needs(`the credential ${credential}`, ({ credentials }) =>
    credentials.some((one) => one === credential),
  )
}
