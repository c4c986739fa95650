import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import { expectValue } from '../expectations/expected-value.ts'
import { answerAtClient } from '../support/answer-at-client.ts'
import { type Browser, browserOf, switchBrowser } from '../support/browser.ts'
import { openPage, shows } from '../support/sign-ins.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

When(
  '{string} sends the person to sign in with:',
  function (this: W, client: string, table: DataTable) {
    return openPage(this, client, table.rowsHash())
  },
)

When(
  '{string} sends the person to sign in in the body of a request with:',
  function (this: W, client: string, table: DataTable) {
    return openPage(this, client, table.rowsHash(), true)
  },
)

const firstBrowsers = new WeakMap<W, Browser>()

Given('the person goes on in another browser', function (this: W) {
  firstBrowsers.set(this, switchBrowser(this))
})

Given('the person goes back to the first browser', function (this: W) {
  switchBrowser(this, firstBrowsers.get(this))
})

Given('people sign in with a password alone', function (this: W) {
  return this.control.setSignIn({ methods: ['pwd'] })
})

/** What the answer carries, all of it, and by which way it came. A name that ends with `?` may be absent. */
Then('the person comes back by {word} with:', function (this: W, way: string, table: DataTable) {
  const answer = answerAtClient(this)
  expectSame('how the answer comes', answer.way, way)
  const rows = table.raw()
  for (const [written = '', words = ''] of rows) {
    const name = written.replace('?', '')
    const value = answer.parameters[name]
    if (value === undefined && written !== name) continue
    expectValue(`the parameter ${name}`, value, words, this.context)
  }
  const known = rows.map(([name = '']) => name.replace('?', ''))
  const others = Object.keys(answer.parameters).filter((name) => !known.includes(name))
  expectSame('what else the answer carries', others.join(' '), '')
})

Then('the person stays at the page of the identity provider', function (this: W) {
  expectSame('where the browser goes on', browserOf(this).shown.location, '')
  const isWritten = browserOf(this).shown.html.includes('data-testid="form-post-page"')
  expectSame('whether the page goes on', isWritten, false)
})

Then('the page asks for consent', function (this: W) {
  expectSame('whether the page asks for consent', shows(this, 'consent-page'), true)
})

const codes = new WeakMap<W, string[]>()

When(
  '{string} asks for a code {int} times',
  async function (this: W, client: string, times: number) {
    const seen: string[] = []
    for (let i = 0; i < times; i++) {
      await openPage(this, client)
      seen.push(answerAtClient(this).parameters.code ?? '')
    }
    codes.set(this, seen)
  },
)

Then('each code is another, and tells nothing', function (this: W) {
  const seen = codes.get(this) ?? []
  const distinct = new Set(seen)
  expectSame('how many codes there are', distinct.size, seen.length)
  const short = seen.find((code) => code.length < 22)
  if (short !== undefined) throw new Difference('a code', 'at least 128 bits', short)
})

Then('the message of the device names its code and its page', function (this: W) {
  const { message, user_code: code, verification_uri: page } = this.answer.body ?? {}
  for (const part of [code, page]) {
    if (String(message).includes(String(part))) continue
    throw new Difference('the message for the user', `with ${part}`, String(message))
  }
})

Then('the code of the device is no code that a person types', function (this: W) {
  const { device_code: deviceCode, user_code: userCode } = this.answer.body ?? {}
  const isGuessed = String(deviceCode).length < 22 || String(deviceCode).includes(String(userCode))
  expectSame('whether who sees the screen knows the code', isGuessed, false)
})
