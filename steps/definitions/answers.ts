import { type DataTable, Then } from '@cucumber/cucumber'
import { Difference, expectSame, show } from '../../engine/outcomes/difference.ts'
import { expectMembers, expectValue } from '../expectations/expected-value.ts'
import { memberAt } from '../expectations/member-at.ts'
import { expectTypes } from '../expectations/value-types.ts'
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

Then('the trace id and the correlation id of the answer differ', function (this: W) {
  const { trace_id: trace, correlation_id: correlation } = this.answer.body ?? {}
  if (trace !== correlation) return
  throw new Difference('the two ids', 'two ids', show(trace))
})

Then(
  'the description of the answer repeats its {string} and its {string}',
  function (this: W, first: string, second: string) {
    const { body = {} } = this.answer
    const description = String(body.error_description)
    for (const member of [first, second]) {
      if (description.includes(String(body[member]))) continue
      throw new Difference('the description', `with its ${member}`, 'without it')
    }
  },
)

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

/** A type, and the members that have it where they are there. */
Then('the members of the answer have these types:', function (this: W, table: DataTable) {
  const all = [{ name: 'the answer', values: this.answer.body ?? {} }]
  expectTypes('the member', all, table.raw())
})

Then(
  'the entries of its {string} have at least the members:',
  function (this: W, list: string, table: DataTable) {
    const entries = memberAt(this.answer.body, list)
    for (const entry of Array.isArray(entries) ? entries : []) {
      expectMembers(
        entry,
        table
          .raw()
          .flat()
          .filter(Boolean)
          .map((name) => [name, 'present']),
        this.context,
      )
    }
  },
)

Then(
  'the entries of its {string} have these types:',
  function (this: W, list: string, table: DataTable) {
    const entries = memberAt(this.answer.body, list)
    if (!Array.isArray(entries) || entries.length === 0) {
      throw new Difference(`the member ${list}`, 'a list with entries', show(entries))
    }
    const all = entries.map((values, at) => ({ name: `entry ${at} of ${list}`, values }))
    expectTypes('the member', all, table.raw())
  },
)

Then('the answer has at least the members:', function (this: W, table: DataTable) {
  const names = table
    .raw()
    .flat()
    .filter((name) => name !== '')
  const missing = names.filter((name) => !(name in (this.answer.body ?? {})))
  if (missing.length === 0) return
  throw new Difference(
    'the members of the answer',
    names.join(', '),
    `without ${missing.join(', ')}`,
  )
})

/** In a list without an order: the entry in which the text stands. */
Then(
  'the entry of its {string} with {string} says:',
  function (this: W, list: string, text: string, table: DataTable) {
    const entries = memberAt(this.answer.body, list)
    const entry = (Array.isArray(entries) ? entries : []).find((one) =>
      JSON.stringify(one).includes(JSON.stringify(text)),
    )
    if (!entry) throw new Difference(`an entry of ${list}`, `with ${text}`, show(entries))
    expectMembers(entry, table.raw(), this.context)
  },
)
