import { type DataTable, Given, When } from '@cucumber/cucumber'
import { expectSame } from '../../engine/outcomes/difference.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import { redeemCode as redeem } from '../support/sign-ins.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

When('{string} redeems the code', function (this: W, client: string) {
  return redeem(this, client)
})

When('{string} redeems the code with:', function (this: W, client: string, table: DataTable) {
  return redeem(this, client, table.rowsHash())
})

Given('{string} has redeemed the code', async function (this: W, client: string) {
  await redeem(this, client)
  issuedToken(this.answer)
})

Given(
  '{string} has redeemed the code with:',
  async function (this: W, client: string, table: DataTable) {
    await redeem(this, client, table.rowsHash())
    issuedToken(this.answer)
  },
)

/** With the refresh token that came last. */
function renew(world: W, client: string, table: DataTable): Promise<void> {
  const refresh_token = String(world.answer.body?.refresh_token)
  return redeem(world, client, { grant_type: 'refresh_token', refresh_token, ...table.rowsHash() })
}

When('{string} renews the token with:', function (this: W, client: string, table: DataTable) {
  return renew(this, client, table)
})

Given(
  '{string} has renewed the token twice with one refresh token',
  async function (this: W, client: string) {
    const refresh_token = String(this.answer.body?.refresh_token)
    const asked = { grant_type: 'refresh_token', refresh_token, scope: 'User.Read' }
    for (const again of [asked, asked]) await redeem(this, client, again)
    issuedToken(this.answer)
  },
)

Given(
  '{string} has renewed the token with:',
  async function (this: W, client: string, table: DataTable) {
    await renew(this, client, table)
    issuedToken(this.answer)
  },
)

const keptTokens = new WeakMap<W, string>()

Given('{string} has kept its refresh token', function (this: W, _client: string) {
  keptTokens.set(this, String(this.answer.body?.refresh_token))
})

Given('{string} has tried to redeem the code again', async function (this: W, client: string) {
  await redeem(this, client)
  expectSame('the status', this.answer.status, 400)
})

When('{string} renews the token that it kept', function (this: W, client: string) {
  const refresh_token = keptTokens.get(this) ?? ''
  return redeem(this, client, { grant_type: 'refresh_token', refresh_token })
})
