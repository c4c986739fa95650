import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import { expectSame } from '../../engine/outcomes/difference.ts'
import { browserOf, parametersAt, wordsOf } from '../support/browser.ts'
import { askAdministrator, graphTokenOf, isShown } from '../support/devices.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given(
  '{string} asks {string} to consent for everybody',
  function (this: W, client: string, person: string) {
    return askAdministrator(this, client, person, {})
  },
)

Given(
  '{string} asks {string} to consent for everybody with:',
  function (this: W, client: string, person: string, table: DataTable) {
    return askAdministrator(this, client, person, table.rowsHash())
  },
)

When(
  '{string} sends {string} to consent for everybody',
  function (this: W, client: string, person: string) {
    return askAdministrator(this, client, person, {})
  },
)

When(
  '{string} sends {string} to consent for everybody with:',
  function (this: W, client: string, person: string, table: DataTable) {
    return askAdministrator(this, client, person, table.rowsHash())
  },
)

Then('the page asks an administrator', function (this: W) {
  expectSame('whether the page asks', isShown(this, 'admin-consent-page'), true)
})

Then('the client is told that everybody may:', function (this: W, table: DataTable) {
  const told = Object.fromEntries(parametersAt(browserOf(this).shown.location))
  const wanted = { admin_consent: 'True', tenant: this.directory.tenantId('Contoso') }
  for (const [name, value] of Object.entries({ ...wanted, ...table.rowsHash() })) {
    expectSame(`the parameter ${name}`, told[name], value)
  }
})

const signOutPath = (world: W) => `/${world.directory.tenantId('Contoso')}/oauth2/v2.0/logout`

Given('the person has signed out', async function (this: W) {
  await browserOf(this).open(signOutPath(this))
})

When('{string} sends the person to sign in again', async function (this: W, client: string) {
  const fill = await wordsOf(this)
  const query = new URLSearchParams({
    client_id: fill(`{${client}}`),
    response_type: 'code',
    redirect_uri: 'http://localhost/signed-in',
    scope: 'openid',
  })
  const path = `/${this.directory.tenantId('Contoso')}/oauth2/v2.0/authorize`
  await browserOf(this).open(`${path}?${query}`)
})

When('the person signs out with:', async function (this: W, table: DataTable) {
  const fill = await wordsOf(this)
  const given = Object.entries(table.rowsHash()).map(([name, value]) => [name, fill(value)])
  await browserOf(this).open(`${signOutPath(this)}?${new URLSearchParams(given)}`)
})

Then('the person goes on at {string}', function (this: W, address: string) {
  expectSame('where the browser goes on', browserOf(this).shown.location, address)
})

Then('the person stays at the page that says so', function (this: W) {
  expectSame('where the browser goes on', browserOf(this).shown.location, '')
  expectSame('whether the page says so', isShown(this, 'signed-out-page'), true)
})

When(
  'a client asks who {string} is, with a token for {string}',
  async function (this: W, person: string, scopes: string) {
    const token = await graphTokenOf(this, person, scopes)
    await askWho(this, token)
  },
)

When('a client asks who it is, with a token of its own', async function (this: W) {
  const clientId = this.directory.clientId('Provisioner')
  await askWho(this, await this.control.graphToken({ clientId, roles: ['openid'] }))
})

async function askWho(world: W, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` }
  const path = `${world.directory.graphOrigin}/oidc/userinfo`
  await world.send({ method: 'GET', path, headers, parameters: [] })
}
