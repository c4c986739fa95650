import { type DataTable, Then } from '@cucumber/cucumber'
import { expectSame } from '../expectations/difference.ts'
import { expectValue } from '../expectations/expected-value.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import { claimsOf, headerOf } from '../requests/answer.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Then('the token has exactly the claims:', function (this: W, table: DataTable) {
  const expected = table.raw().flatMap((row) => row.filter((claim) => claim !== ''))
  const actual = Object.keys(claimsOf(issuedToken(this.answer)))
  expectSame('the claims of the token', actual.sort(), expected.sort())
})

Then(
  'the claims {string} and {string} of the token are the same',
  function (this: W, one: string, other: string) {
    const claims = claimsOf(issuedToken(this.answer))
    expectSame(`the claim ${other}`, claims[other], claims[one])
  },
)

Then(
  'the members {string} and {string} of its header are the same',
  function (this: W, one: string, other: string) {
    const header = headerOf(issuedToken(this.answer))
    expectSame(`the header member ${other}`, header[other], header[one])
  },
)

Then(
  'the token starts {duration} before request {int} and ends {duration} after it',
  async function (this: W, before: number, at: number, after: number) {
    const issued = Math.floor(Date.parse((await this.control.received(at)).time) / 1000)
    const { nbf, exp } = claimsOf(issuedToken(this.answer))
    expectSame('the claim nbf', nbf, issued - before)
    expectSame('the claim exp', exp, issued + after)
  },
)

/** What is text in an answer is told from a number by its type. */
Then('the answer says in text:', function (this: W, table: DataTable) {
  for (const [name = '', words = ''] of table.raw()) {
    const value = this.answer.body?.[name]
    expectSame(`the type of the member ${name}`, typeof value, 'string')
    expectValue(`the member ${name}`, value, words, this.context)
  }
})

Then(
  'the header {string} of the answer is its {string}',
  function (this: W, header: string, member: string) {
    const { body, headers } = this.answer
    expectSame(`the header ${header}`, headers.get(header) ?? undefined, body?.[member])
  },
)
