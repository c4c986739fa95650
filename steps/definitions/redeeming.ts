import { type DataTable, Given, When } from '@cucumber/cucumber'
import { expectSame } from '../../engine/outcomes/difference.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import { browserOf, parametersAt, tenantSegment } from '../support/browser.ts'
import { filled, type Rows, returnAddress } from '../support/sign-in-requests.ts'
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

When('{string} renews the token with:', function (this: W, client: string, table: DataTable) {
  const refresh_token = String(this.answer.body?.refresh_token)
  return redeem(this, client, { grant_type: 'refresh_token', refresh_token, ...table.rowsHash() })
})

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

function isConfidential(client: string): client is 'Intranet' | 'Concierge' {
  return client === 'Intranet' || client === 'Concierge'
}

/** A row "Origin" is a header, and "tenant" the tenant that is asked; the others are of the form. */
async function redeem(world: W, client: string, changes: Rows = {}): Promise<void> {
  const { Origin: origin, tenant = 'Contoso', ...others } = changes
  const form = await filled(world, {
    client_id: `{${client}}`,
    client_secret: isConfidential(client) ? world.directory.secret(client) : 'absent',
    grant_type: 'authorization_code',
    redirect_uri: returnAddress[client] ?? '',
    code: parametersAt(browserOf(world).shown.location).get('code') ?? '',
    ...others,
  })
  await world.send({
    method: 'POST',
    path: `/${tenantSegment(world, tenant)}/oauth2/v2.0/token`,
    headers: origin === undefined ? {} : { origin },
    parameters: [...form],
  })
}
