import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import { expectSame } from '../../engine/outcomes/difference.ts'
import { browserOf } from '../support/browser.ts'
import {
  askForCode,
  askForTokens,
  comeForDevice,
  isShown,
  signInForDevice,
  typeCode,
} from '../support/devices.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

When('a device of {string} asks for a code', function (this: W, client: string) {
  return askForCode(this, client)
})

Given('a device of {string} shows a code', function (this: W, client: string) {
  return askForCode(this, client)
})

Given(
  'a device of {string} shows a code for {string}',
  function (this: W, client: string, scope: string) {
    return askForCode(this, client, { scope })
  },
)

Given('{string} has signed in for the device', function (this: W, person: string) {
  return signInForDevice(this, person)
})

Given('{string} has declined to sign in for the device', async function (this: W, person: string) {
  await comeForDevice(this, person)
  await browserOf(this).press({ action: 'cancel' })
})

Given('the device has its tokens', async function (this: W) {
  await askForTokens(this)
})

When('{string} signs in for the device', function (this: W, person: string) {
  return signInForDevice(this, person)
})

When('somebody types {string} for the device', function (this: W, code: string) {
  return typeCode(this, code)
})

When('somebody types the code of the device', function (this: W) {
  return typeCode(this)
})

When('the device asks for its tokens', function (this: W) {
  return askForTokens(this)
})

When('the device asks for its tokens with:', function (this: W, table: DataTable) {
  return askForTokens(this, table.rowsHash())
})

Then('the device has a code to show', function (this: W) {
  expectSame('the type of the code', typeof this.answer.body?.user_code, 'string')
})

Then('the device can have its tokens', function (this: W) {
  expectSame('whether the page says that it is done', isShown(this, 'device-done-page'), true)
})
