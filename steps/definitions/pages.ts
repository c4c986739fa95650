import { Given, Then, When } from '@cucumber/cucumber'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import { browserOf } from '../support/browser.ts'
import { comeForDevice } from '../support/devices.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given('{string} looks at what a device asks', function (this: W, person: string) {
  return comeForDevice(this, person)
})

/** In the browser of the person, who is signed in there, but not from the page that they were shown. */
When('a page of somebody else sends {string} for the person', function (this: W, answer: string) {
  const [name = '', value = ''] = answer.split('=')
  return browserOf(this).press({ [name]: value }, { csrf_token: 'made-up' })
})

/** Either of the two ways to say so (RFC 6749 section 10.13). */
Then('no other page can show the page in a frame', function (this: W) {
  const { headers } = this.answer
  const policy = headers.get('content-security-policy') ?? ''
  const isFramed = !/deny|sameorigin/i.test(headers.get('x-frame-options') ?? '')
  expectSame('whether it can', isFramed && !/frame-ancestors 'none'/.test(policy), false)
})

Then('the browser has another cookie than before the sign-in', function (this: W) {
  const { cookies } = browserOf(this)
  const [first, last] = [cookies[0], cookies.at(-1)]
  if (first !== undefined && first !== last) return
  throw new Difference('the cookie of the browser', 'a new one', 'that of before the sign-in')
})
