import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import { expectSame } from '../../engine/outcomes/difference.ts'
import { browserOf, parametersAt } from '../support/browser.ts'
import { askAdministrator, isShown } from '../support/devices.ts'
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
