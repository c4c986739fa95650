import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import type { ClientName, ResourceName, TenantName } from '../../engine/cast/names.ts'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import { claimsOf, headerOf } from '../../engine/requests/answer.ts'
import { expectClaim } from '../expectations/each-token.ts'
import { expectValue } from '../expectations/expected-value.ts'
import {
  expectPublishedSignature,
  expectTokenFor,
  issuedToken,
} from '../expectations/issued-token.ts'
import { byOwnIssuers } from '../expectations/own-issuers.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given(
  '{client} has obtained a token for {scope}',
  async function (this: W, client: ClientName, scope: Scope) {
    const request = await this.tokenRequest(client, scope(this.directory))
    issuedToken(await this.send(request), `a token is issued to ${client}`)
  },
)

Given(
  '{client} has asked in vain for a token for {scope}',
  async function (this: W, client: ClientName, scope: Scope) {
    const answer = await this.send(await this.tokenRequest(client, scope(this.directory)))
    expectSame('whether there is a token', answer.token, undefined)
  },
)

When(
  '{client} asks for a token for {scope}',
  async function (this: W, client: ClientName, scope: Scope) {
    await this.send(await this.tokenRequest(client, scope(this.directory)))
  },
)

When(
  '{client} asks {tenant} for a token for {scope}',
  async function (this: W, client: ClientName, tenant: TenantName, scope: Scope) {
    await this.send(await this.tokenRequest(client, scope(this.directory), tenant))
  },
)

Then(
  'a token for {resource} is issued to {client}',
  function (this: W, resource: ResourceName, client: ClientName) {
    const token = issuedToken(this.answer, `a token for ${resource} is issued to ${client}`)
    expectTokenFor(claimsOf(token), resource, client, this.directory)
  },
)

Then('a token is issued', function (this: W) {
  issuedToken(this.answer)
})

Then('the token says:', async function (this: W, table: DataTable) {
  const claims = claimsOf(issuedToken(this.answer))
  const rows = table.raw()
  await byOwnIssuers(this.context, rows, this.target.request, (context) => {
    for (const [claim = '', words = ''] of rows) expectClaim(claims, claim, words, context)
  })
})

Then(
  'the token has another {string} than the token obtained first',
  function (this: W, claim: string) {
    const [now, first] = [issuedToken(this.answer), this.tokens[0] ?? ''].map(claimsOf)
    if (now?.[claim] !== first?.[claim]) return
    throw new Difference(`the claim ${claim}`, 'another value', String(now?.[claim]))
  },
)

Then('the token does not contain {string}', function (this: W, claim: string) {
  expectSame(`the claim ${claim}`, claimsOf(issuedToken(this.answer))[claim], undefined)
})

Then('the header of the token says:', function (this: W, table: DataTable) {
  const header = headerOf(issuedToken(this.answer))
  for (const [member = '', words = ''] of table.raw()) {
    expectValue(`the header member ${member}`, header[member], words, this.context)
  }
})

Then(
  'the token starts {duration} before it is issued and ends {duration} after',
  function (this: W, before: number, after: number) {
    const claims = claimsOf(issuedToken(this.answer))
    expectValue('the claim nbf', claims.nbf, `${before} seconds ago`, this.context)
    expectValue('the claim exp', claims.exp, `${after} seconds ahead`, this.context)
  },
)

Then(
  'the token is signed with a published key of {tenant}',
  async function (this: W, tenant: TenantName) {
    const tenantId = this.directory.tenantId(tenant)
    await expectPublishedSignature(issuedToken(this.answer), tenantId, this.target.request)
  },
)

Then(
  'the token obtained first verifies with a published key of {tenant}',
  async function (this: W, tenant: TenantName) {
    const tenantId = this.directory.tenantId(tenant)
    await expectPublishedSignature(this.tokens[0] ?? '', tenantId, this.target.request)
  },
)
