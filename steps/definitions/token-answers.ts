import { type DataTable, Then } from '@cucumber/cucumber'
import { Difference } from '../../engine/outcomes/difference.ts'
import { expectEach, expectNames, type IssuedToken } from '../expectations/each-token.ts'
import { expectTypes } from '../expectations/value-types.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

const body = ({ answer }: IssuedToken) => answer.body ?? {}
const headers = ({ answer }: IssuedToken) => Object.fromEntries(answer.headers)

Then('the answer with each of them says:', function (this: W, table: DataTable) {
  expectEach('the member', this.issued, body, table.raw(), this.context)
})

Then('the answer with each of them has exactly the members:', function (this: W, table: DataTable) {
  const names = table.raw().flat()
  expectNames('the members of the answer', this.issued, body, names, { isComplete: true })
})

Then(
  'the members of the answer with each of them have these types:',
  function (this: W, table: DataTable) {
    const all = this.issued.map((one) => ({ name: one.name, values: body(one) }))
    expectTypes('the member', all, table.raw())
  },
)

Then('the answer with each of them has the headers:', function (this: W, table: DataTable) {
  expectEach('the header', this.issued, headers, table.raw(), this.context)
})

/** Requests take a moment, and clocks of machines differ. */
const toleranceSeconds = 30

Then('the answer with each of them says for how long it still holds', function (this: W) {
  const { nowSeconds } = this.context
  for (const { name, answer, claims } of this.issued) {
    const left = Number(claims.exp) - nowSeconds
    const said = Number(answer.body?.expires_in)
    if (Math.abs(said - left) <= toleranceSeconds) continue
    throw new Difference(`expires_in of the answer with ${name}`, `${left}`, `${said}`)
  }
})
