import { type DataTable, Then } from '@cucumber/cucumber'
import { expectSame } from '../../engine/outcomes/difference.ts'
import { expectMembers, expectValue } from '../expectations/expected-value.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Then('the answer has the status {int}', function (this: W, status: number) {
  expectSame('the status', this.answer.status, status)
})

Then('the answer has the headers:', function (this: W, table: DataTable) {
  for (const [name = '', words = ''] of table.raw()) {
    const value = this.answer.headers.get(name) ?? undefined
    expectValue(`the header ${name}`, value, words, this.context)
  }
})

Then('the answer says:', function (this: W, table: DataTable) {
  expectMembers(this.answer.body, table.raw(), this.context)
})

Then('the answer has exactly the members:', function (this: W, table: DataTable) {
  const expected = table.raw().map(([name]) => name)
  expectSame('the members', Object.keys(this.answer.body ?? {}).sort(), expected.sort())
})

Then('the answer has no body', function (this: W) {
  expectSame('the body', this.answer.text, '')
})
