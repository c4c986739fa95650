import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import type { AgentName, ClientName, TenantName } from '../../engine/cast/names.ts'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import { type Answer, headerOf } from '../../engine/requests/answer.ts'
import { expectMembers } from '../expectations/expected-value.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

/** Every answer to the request that was repeated, oldest first. */
const repeated = new WeakMap<W, readonly Answer[]>()

function answersOf(world: W): readonly Answer[] {
  const answers = repeated.get(world)
  if (answers) return answers
  throw new TypeError('no request was repeated')
}

/** @throws {Difference} where all values are the same */
function expectVariety(what: string, values: readonly unknown[]): void {
  if (new Set(values).size > 1) return
  throw new Difference(what, 'more than one value', String(values[0]))
}

Given(
  'the answers of {tenant} vary by the seed {int}',
  async function (this: W, tenant: TenantName, seed: number) {
    await this.control.setChaos(seed, tenant)
  },
)

When(
  '{client} asks {int} times for T1 for {agent identity}',
  async function (this: W, client: ClientName, times: number, agent: AgentName) {
    const answers: Answer[] = []
    while (answers.length < times) {
      const wire = await this.t1Request(client, this.directory.clientId(agent))
      answers.push(await this.send(wire))
    }
    repeated.set(this, answers)
  },
)

Then('the request was answered with {int}', function (this: W, status: number) {
  expectSame('the answer', this.answer.status, status)
})

Then('the requests were answered with:', function (this: W, table: DataTable) {
  const expected = table.raw().flat().map(Number)
  const statuses = answersOf(this).map(({ status }) => status)
  expectSame('the answers in their order', statuses, expected)
})

Then('every answer says:', function (this: W, table: DataTable) {
  for (const { body } of answersOf(this)) expectMembers(body, table.raw(), this.context)
})

Then('the answers differ in {string}', function (this: W, name: string) {
  const values = answersOf(this).map(({ body }) => body?.[name])
  // Ids of the request end a description, so that no two are the same anyway.
  const settled = values.map((value) => String(value).replace(/ Trace ID: .*/s, ''))
  expectVariety(`the member ${name}`, settled)
})

Then('the answers differ in the order of their members', function (this: W) {
  const orders = answersOf(this).map(({ body }) => knownNames(body).join(', '))
  expectVariety('the order of members', orders)
})

Then('the answers differ in unknown members', function (this: W) {
  const counts = answersOf(this).map(({ body }) => {
    return Object.keys(body ?? {}).length - knownNames(body).length
  })
  expectVariety('the number of unknown members', counts)
})

Then('the tokens differ in the key they name', function (this: W) {
  expectVariety(
    'the key of the tokens',
    this.tokens.map((token) => headerOf(token).kid),
  )
})

const tokenMembers = ['token_type', 'expires_in', 'ext_expires_in', 'access_token']

function knownNames(body: Answer['body']): readonly string[] {
  return Object.keys(body ?? {}).filter((name) => tokenMembers.includes(name))
}
