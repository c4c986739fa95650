import { type DataTable, Then } from '@cucumber/cucumber'
import { expectSame } from '../../engine/outcomes/difference.ts'
import { expectValue } from '../expectations/expected-value.ts'
import { memberAt } from '../expectations/member-at.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Then('{int} request(s) was/were received', async function (this: W, count: number) {
  expectSame('the number of received requests', (await this.control.journal()).length, count)
})

Then('request {int} says:', async function (this: W, number: number, table: DataTable) {
  const { parameters } = await this.control.received(number)
  for (const [name = '', words = ''] of table.raw()) {
    expectValue(`${name} of request ${number}`, parameters[name], words, this.context)
  }
})

Then(
  'the journal shows for request {int}:',
  async function (this: W, at: number, table: DataTable) {
    const entry = await this.control.received(at)
    for (const [path = '', words = ''] of table.raw()) {
      expectValue(`${path} of request ${at}`, memberAt(entry, path), words, this.context)
    }
  },
)

Then(
  'request {int} was refused under rule {string}',
  async function (this: W, at: number, id: string) {
    expectSame(
      `the outcome of request ${at}`,
      memberAt(await this.control.received(at), 'outcome.refused'),
      id,
    )
  },
)

Then('request {int} was answered with {word}', async function (this: W, at: number, kind: string) {
  expectSame(
    `the outcome of request ${at}`,
    memberAt(await this.control.received(at), 'outcome.issued'),
    kind,
  )
})

Then(
  'the journal has {int} request(s) for {word}',
  async function (this: W, count: number, endpoint: string) {
    const found = (await this.control.allRequests()).filter((one) => one.endpoint === endpoint)
    expectSame(`the number of requests for ${endpoint}`, found.length, count)
  },
)

Then('the journal contains no secret', async function (this: W) {
  const text = JSON.stringify(await this.control.allRequests())
  const leaked = this.secrets.filter((secret) => text.includes(secret))
  expectSame('secrets in the journal', leaked.length, 0)
})
