import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import type { ResourceName, TenantName } from '../../engine/cast/names.ts'
import { Difference, expectSame, show } from '../../engine/outcomes/difference.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { withParameter } from '../../engine/requests/wire-request.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import {
  addPolicy,
  type PolicySubject,
  policyChallenge,
  policyRequest,
  removePolicies,
} from '../support/access-policies.ts'
import { browserOf } from '../support/browser.ts'
import { agree, isShown, pick } from '../support/devices.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

Given('Conditional Access blocks {policy subject}', function (this: W, subject: PolicySubject) {
  return addPolicy(this, subject, { control: 'block' })
})

Given(
  'Conditional Access blocks {policy subject} at {resource}',
  function (this: W, subject: PolicySubject, name: ResourceName) {
    return addPolicy(this, subject, { control: 'block', resource: this.directory.clientId(name) })
  },
)

Given(
  'Conditional Access demands several factors of {policy subject}',
  function (this: W, subject: PolicySubject) {
    return addPolicy(this, subject, { control: 'mfa' })
  },
)

Given(
  'Conditional Access demands several factors of {policy subject} at {resource}',
  function (this: W, subject: PolicySubject, name: ResourceName) {
    return addPolicy(this, subject, { control: 'mfa', resource: this.directory.clientId(name) })
  },
)

Given(
  'Conditional Access demands several factors of {policy subject} for the context {string}',
  function (this: W, subject: PolicySubject, authenticationContext: string) {
    return addPolicy(this, subject, { control: 'mfa', authenticationContext })
  },
)

Given('people sign in by {word}', async function (this: W, methods: string) {
  await this.control.setSignIn({ methods: methods.split(',') })
})

Given('{string} signs in again', async function (this: W, person: string) {
  await pick(this, person)
  await agree(this)
})

Then('the page asks for several factors', function (this: W) {
  expectSame('whether it asks for several factors', isShown(this, 'several-factors'), true)
})

Then('the person stays on the page', function (this: W) {
  expectSame('the address', browserOf(this).shown.location, '')
})

When('a test adds the policy {string}', async function (this: W, policy: string) {
  await this.send(policyRequest(this, 'POST', policy))
})

Given('a test has added the policy {string}', async function (this: W, policy: string) {
  const { status } = await this.send(policyRequest(this, 'POST', policy))
  expectSame('the status', status, 201)
})

Given('a test has removed the policies', async function (this: W) {
  const { status } = await this.send(policyRequest(this, 'DELETE'))
  expectSame('the status', status, 204)
})

Given('Conditional Access has no policy any more', function (this: W) {
  return removePolicies(this)
})

Given('its {string} is the challenge of the policy', function (this: W, name: string) {
  this.wire = withParameter(this.wire, name, policyChallenge)
})

Given(
  '{tenant} compares the parameter resource in every grant',
  function (this: W, tenant: TenantName) {
    return this.change(tenant, (draft) => {
      draft.checksResourceParameterAlways = true
    })
  },
)

Then('the answer has the challenge of the policy', function (this: W) {
  const { claims } = this.answer.body ?? {}
  expectSame('the type of the member claims', typeof claims, 'string')
  expectSame('the member claims', claims, policyChallenge)
})

Then('the answer has the members in this order:', function (this: W, table: DataTable) {
  expectSame('the members', Object.keys(this.answer.body ?? {}), table.raw().flat())
})

Then(
  'the token lives from {duration} to {duration}',
  function (this: W, least: number, most: number) {
    const { exp } = claimsOf(issuedToken(this.answer))
    const seconds = Number(exp) - this.control.nowSeconds()
    // A second or two pass while a request is answered.
    if (seconds >= least - 10 && seconds <= most + 10) return
    throw new Difference('the lifetime in seconds', `${least} to ${most}`, show(seconds))
  },
)
