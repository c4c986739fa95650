import { type DataTable, Then } from '@cucumber/cucumber'
import { expectSame } from '../../engine/outcomes/difference.ts'
import { claimsOf, headerOf } from '../../engine/requests/answer.ts'
import { expectValue } from '../expectations/expected-value.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import { memberAt } from '../expectations/member-at.ts'
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
  expectTyped(this, table, 'string')
})

Then('the answer says in numbers:', function (this: W, table: DataTable) {
  expectTyped(this, table, 'number')
})

function expectTyped({ answer, context }: W, table: DataTable, type: 'string' | 'number'): void {
  for (const [path = '', words = ''] of table.raw()) {
    const value = memberAt(answer.body, path)
    expectSame(`the type of the member ${path}`, typeof value, type)
    expectValue(`the member ${path}`, value, words, context)
  }
}

Then(
  'the header {string} of the answer is its {string}',
  function (this: W, header: string, member: string) {
    const { body, headers } = this.answer
    expectSame(`the header ${header}`, headers.get(header) ?? undefined, body?.[member])
  },
)

/** Endpoints of managed identities write numbers as text. */
Then(
  'the member {string} of the answer is the claim {string} of its token',
  function (this: W, member: string, claim: string) {
    const value = claimsOf(issuedToken(this.answer))[claim]
    expectSame(`the member ${member}`, this.answer.body?.[member], String(value))
  },
)

Then(
  'its {string} is the claim {string} of the token obtained last',
  function (this: W, member: string, claim: string) {
    expectSame(`the member ${member}`, this.answer.body?.[member], claimsOf(this.it)[claim])
  },
)
