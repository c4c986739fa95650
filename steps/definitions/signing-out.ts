import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import { expectSame } from '../../engine/outcomes/difference.ts'
import { browserOf, wordsOf } from '../support/browser.ts'
import { isShown } from '../support/devices.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

const signOutPath = (world: AgentIdWorld) =>
  `/${world.directory.tenantId('Contoso')}/oauth2/v2.0/logout`

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
