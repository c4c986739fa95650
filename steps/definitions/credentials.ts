import { type DataTable, Given, Then } from '@cucumber/cucumber'
import { applicationIn } from '../../engine/cast/find-in-draft.ts'
import type {
  ApplicationName,
  BlueprintName,
  ClientName,
  ManagedIdentityName,
} from '../../engine/cast/names.ts'
import { namedSecretValue } from '../../engine/credentials/secret-presentations.ts'
import {
  forgetKeysOfExternalIssuer,
  letIdentityTrustExternalIssuer,
  registerCertificate,
  trustByExpression,
  trustExternalIssuer,
  trustManagedIdentity,
} from '../../engine/scenario/edits.ts'
import { expectSecrecy } from '../expectations/secrecy.ts'
import { parseTime } from '../support/durations.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given('{client} presents {credential}', function (this: W, client: ClientName, phrase: string) {
  this.presents(client, phrase)
})

/** A tenant without the credential is given it; one that is known by variables must have it. */
Given(
  '{blueprint} has and presents {credential}',
  async function (this: W, client: BlueprintName, phrase: string) {
    if (phrase === 'a certificate assertion') await registerCertificate(this.directory, client)
    if (phrase === 'a federated token') await trustExternalIssuer(this.directory, client)
    if (phrase === 'a managed identity token') {
      await trustManagedIdentity(this.directory, client, 'concierge-host')
    }
    this.presents(client, phrase)
  },
)

Given(
  '{client} presents {assertion} {twist}',
  function (this: W, client: ClientName, assertion: string, twist: string) {
    this.presents(client, `${assertion} ${twist}`)
  },
)

Given(
  '{application} has only these client secrets:',
  function (this: W, name: ApplicationName, table: DataTable) {
    const secrets = table.hashes().map(({ name: label = '', starts = '', ends = '' }) => ({
      value: namedSecretValue(label),
      ...(starts && { startDateTime: this.control.timeAt(parseTime(starts)) }),
      ...(ends && { endDateTime: this.control.timeAt(parseTime(ends)) }),
    }))
    return this.change('Contoso', (draft) => {
      applicationIn(draft, name).secrets = secrets
    })
  },
)

Given('{application} has a certificate', async function (this: W, name: ApplicationName) {
  await registerCertificate(this.directory, name)
})

Given(
  '{application} has a certificate that ended {time}',
  async function (this: W, name: ApplicationName, end: number) {
    await registerCertificate(this.directory, name, { endDateTime: this.control.timeAt(end) })
  },
)

Given(
  '{application} has a certificate that starts {time}',
  async function (this: W, name: ApplicationName, start: number) {
    await registerCertificate(this.directory, name, { startDateTime: this.control.timeAt(start) })
  },
)

Given('{blueprint} trusts an external issuer', function (this: W, name: BlueprintName) {
  return trustExternalIssuer(this.directory, name)
})

Given(
  '{blueprint} trusts an external issuer by the expression {string}',
  function (this: W, name: BlueprintName, expression: string) {
    return trustByExpression(this.directory, name, expression)
  },
)

Given('the external issuer publishes no usable documents', function (this: W) {
  return forgetKeysOfExternalIssuer(this.directory)
})

Given(
  'the managed identity {managed identity} trusts an external issuer',
  function (this: W, name: ManagedIdentityName) {
    return letIdentityTrustExternalIssuer(this.directory, name)
  },
)

Given('{blueprint} trusts no federated token', function (this: W, name: BlueprintName) {
  return this.change('Contoso', (draft) => {
    applicationIn(draft, name).federatedCredentials = []
  })
})

Given(
  '{blueprint} trusts {managed identity}',
  function (this: W, blueprint: BlueprintName, identity: ManagedIdentityName) {
    return trustManagedIdentity(this.directory, blueprint, identity)
  },
)

Then('the refusal repeats nothing that was secret', function (this: W) {
  expectSecrecy(this.answer, this.sent)
})
