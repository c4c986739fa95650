import { Given, Then, When } from '@cucumber/cucumber'
import { fill } from '../../engine/cast/fill.ts'
import {
  type AgentName,
  type ClientName,
  homeOf,
  type TenantName,
} from '../../engine/cast/names.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { expectT1For, issuedToken } from '../expectations/issued-token.ts'
import { forgedCopy } from '../support/forged-copy.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given(
  '{client} has obtained T1 for {agent identity}',
  async function (this: W, client: ClientName, agent: AgentName) {
    await this.obtainT1(client, agent)
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
