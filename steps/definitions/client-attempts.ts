import { Given, Then } from '@cucumber/cucumber'
import type { AgentName } from '../cast/names.ts'
import { Difference, expectSame } from '../expectations/difference.ts'
import { claimsOf } from '../requests/answer.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

/** Whether it got one is left open: a client may wait and try again, or give up. */
Given(
  'the client under test has tried to get a token for {scope} as {agent identity}',
  async function (this: W, scope: Scope, agent: AgentName) {
    await this.client.acquire(scope(this.directory), this.directory.clientId(agent))
  },
)

Then(
  'the client under test has a token that ends at least {duration} from now',
  function (this: W, seconds: number) {
    const left = Number(claimsOf(this.client.lastToken()).exp) - this.control.nowSeconds()
    if (left >= seconds) return
    throw new Difference('what is left of the token', `${seconds} s or more`, `${left} s`)
  },
)

const managedIdentityPath = /\/(msi|identity\/oauth2)\/token$/

Then('the managed identity endpoint was asked {int} time(s)', async function (this: W, n: number) {
  const asked = (await this.control.journal()).filter(({ path }) => managedIdentityPath.test(path))
  expectSame('the number of requests to the managed identity endpoint', asked.length, n)
})
