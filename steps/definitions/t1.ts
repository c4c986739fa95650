import { Given, Then, When } from '@cucumber/cucumber'
import { fill } from '../../engine/cast/fill.ts'
import {
  type AgentName,
  type ClientName,
  homeOf,
  type TenantName,
} from '../../engine/cast/names.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import { type Answer, claimsOf, describeAnswer } from '../../engine/requests/answer.ts'
import { expectT1For, issuedToken } from '../expectations/issued-token.ts'
import { forgedCopy } from '../support/forged-copy.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

/** What refused T1 before. */
const refusals = new WeakMap<W, Answer>()

Given(
  '{client} has obtained T1 for {agent identity}',
  async function (this: W, client: ClientName, agent: AgentName) {
    await this.obtainT1(client, agent)
  },
)

Given(
  '{client} was refused T1 for {agent identity}',
  async function (this: W, client: ClientName, agent: AgentName) {
    const answer = await this.send(await this.t1Request(client, this.directory.clientId(agent)))
    if (answer.token === undefined) {
      refusals.set(this, answer)
      return
    }
    throw new Difference(`T1 is refused to ${client}`, 'a refusal', describeAnswer(answer))
  },
)

Given(
  '{client} has obtained T1 with the fmi_path {string}',
  async function (this: W, client: ClientName, fmiPath: string) {
    const path = fill(fmiPath, this.directory)
    issuedToken(await this.send(await this.t1Request(client, path)), 'T1 is issued')
  },
)

Given(
  '{client} has obtained T1 for {agent identity} in upper case',
  async function (this: W, client: ClientName, agent: AgentName) {
    const path = this.directory.clientId(agent).toUpperCase()
    issuedToken(await this.send(await this.t1Request(client, path)), 'T1 is issued')
  },
)

When(
  '{client} asks for T1 for {agent identity}',
  async function (this: W, client: ClientName, agent: AgentName) {
    const fmiPath = this.directory.clientId(agent)
    await this.send(await this.t1Request(client, fmiPath, homeOf(agent)))
  },
)

When(
  '{client} asks {tenant} for T1 for {agent identity}',
  async function (this: W, client: ClientName, tenant: TenantName, agent: AgentName) {
    const fmiPath = this.directory.clientId(agent)
    await this.send(await this.t1Request(client, fmiPath, tenant))
  },
)

When('{client} asks for T1 without an fmi_path', async function (this: W, client: ClientName) {
  await this.send(await this.t1Request(client, undefined))
})

When(
  '{client} asks for T1 with the fmi_path {string}',
  async function (this: W, client: ClientName, fmiPath: string) {
    await this.send(await this.t1Request(client, fill(fmiPath, this.directory)))
  },
)

When('{client} redeems it for {scope}', async function (this: W, client: ClientName, scope: Scope) {
  await this.redeem(client, scope(this.directory))
})

/** T1 stays the "it" of the features, so that the scenario can redeem it again. */
Given(
  '{client} has redeemed it for {scope}',
  async function (this: W, client: ClientName, scope: Scope) {
    const t1 = this.it
    issuedToken(await this.redeem(client, scope(this.directory)), `${client} redeems T1`)
    this.tokens.push(t1)
  },
)

When(
  '{client} redeems the T1 obtained first for {scope}',
  async function (this: W, client: ClientName, scope: Scope) {
    await this.redeem(client, scope(this.directory), homeOf(client), this.tokens[0])
  },
)

When(
  '{client} redeems it for {scope} at {tenant}',
  async function (this: W, client: ClientName, scope: Scope, tenant: TenantName) {
    await this.redeem(client, scope(this.directory), tenant)
  },
)

When(
  '{client} redeems a copy of it {twist} for {scope}',
  async function (this: W, client: ClientName, twist: string, scope: Scope) {
    const copy = await forgedCopy(this, twist, this.directory.clientId(client))
    await this.redeem(client, scope(this.directory), homeOf(client), copy)
  },
)

Then(
  'T1 for {agent identity} is issued to {client}',
  function (this: W, agent: AgentName, client: ClientName) {
    const claims = claimsOf(issuedToken(this.answer, `T1 for ${agent} is issued to ${client}`))
    expectT1For(claims, agent, client, this.directory)
  },
)

Then('its {string} differs from that of the refusal before', function (this: W, member: string) {
  const before = refusals.get(this)?.body?.[member]
  const now = this.answer.body?.[member]
  if (now !== undefined && now !== before) return
  throw new Difference(`the member ${member}`, 'another value', String(now))
})
