import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import type { TenantName } from '../../engine/cast/names.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import { headerOf } from '../../engine/requests/answer.ts'
import {
  expectAllDifferent,
  expectEach,
  expectNames,
  expectOwn,
  type IssuedToken,
} from '../expectations/each-token.ts'
import {
  type DocumentVersion,
  expectSignaturesBy,
  keysNamedBy,
} from '../expectations/key-documents.ts'
import { byOwnIssuers } from '../expectations/own-issuers.ts'
import { expectTypes } from '../expectations/value-types.ts'
import { obtainAtOnce, obtainEach } from '../support/tokens-of-every-client.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

const claims = (token: IssuedToken) => token.claims
const header = ({ token }: IssuedToken) => headerOf(token)
const namesIn = (table: DataTable) => table.raw().flatMap((row) => row.filter((one) => one !== ''))

Given(
  'the clients of {tenant} have obtained {tokens}',
  async function (this: W, tenant: TenantName, kind: string) {
    await obtainEach(this, tenant, kind)
  },
)

When(
  'the clients of {tenant} obtain {tokens}',
  async function (this: W, tenant: TenantName, kind: string) {
    await obtainEach(this, tenant, kind)
  },
)

When(
  'the clients of {tenant} obtain {tokens} at the same time',
  async function (this: W, tenant: TenantName, kind: string) {
    await obtainAtOnce(this, tenant, kind)
  },
)

Then('each of them says:', async function (this: W, table: DataTable) {
  const { context, issued } = this
  await byOwnIssuers(context, table.raw(), this.target.request, (known) =>
    expectEach('the claim', issued, claims, table.raw(), known),
  )
})

Then('the claim {string} of each client is:', function (this: W, claim: string, table: DataTable) {
  for (const [client, words = ''] of table.raw()) {
    const tokens = this.issued.filter((one) => one.client === client)
    if (tokens.length === 0) throw new TypeError(`no token of ${client} was obtained`)
    expectEach('the claim', tokens, claims, [[claim, words]], this.context)
  }
})

Then('the header of each of them says:', function (this: W, table: DataTable) {
  expectEach('the header member', this.issued, header, table.raw(), this.context)
})

Then('each of them has exactly the claims:', function (this: W, table: DataTable) {
  expectNames('the claims', this.issued, claims, namesIn(table), { isComplete: true })
})

Then('each of them has at least the claims:', function (this: W, table: DataTable) {
  expectNames('the claims', this.issued, claims, namesIn(table), { isComplete: false })
})

Then('the claims of each of them have these types:', function (this: W, table: DataTable) {
  const all = this.issued.map((one) => ({ name: one.name, values: one.claims }))
  expectTypes('the claim', all, table.raw())
})

Then('no two of them have the same {string}', function (this: W, claim: string) {
  expectAllDifferent(this.issued, claim)
})

Then('each client has one {string} of its own in them', function (this: W, claim: string) {
  expectOwn(this.issued, claim)
})

Then('all of them that have {string} agree in it', function (this: W, claim: string) {
  const [first, ...others] = this.issued.filter((one) => claim in one.claims)
  const other = others.find((one) => one.claims[claim] !== first?.claims[claim])
  if (!first || !other) return
  const what = `the claim ${claim} of ${other.name}`
  throw new Difference(what, String(first.claims[claim]), String(other.claims[claim]))
})

Then(
  'each of them is signed with a key that the version {int} document of {tenant} names',
  async function (this: W, version: number, tenant: TenantName) {
    const place = { directory: this.directory, request: this.target.request }
    const keys = await keysNamedBy(version as DocumentVersion, tenant, place)
    await expectSignaturesBy(keys, this.issued)
  },
)
