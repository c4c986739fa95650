import { type DataTable, Then } from '@cucumber/cucumber'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import { type Answer, describeAnswer } from '../../engine/requests/answer.ts'
import {
  type Listing,
  listingPath,
  type ObjectName,
  typedPathOf,
} from '../../engine/requests/graph-objects.ts'
import { expectMembers } from '../expectations/expected-value.ts'
import { memberAt } from '../expectations/member-at.ts'
import { administrator } from '../support/graph-callers.ts'
import { entriesOf } from '../support/graph-listings.ts'
import { accepted, askGraph } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

Then('the directory accepts it', function (this: W) {
  accepted(this.answer, 'the directory accepts it')
})

Then('the directory has {object}', async function (this: W, object: ObjectName) {
  accepted(this.answer, 'the directory accepts it')
  accepted(await look(this, object), `the directory has ${object.kind} ${object.name}`)
})

Then('the directory does not have {object}', async function (this: W, object: ObjectName) {
  expectSame(`the ${object.kind} ${object.name}`, (await look(this, object)).status, 404)
})

Then('{object} now says:', async function (this: W, object: ObjectName, table: DataTable) {
  const { body } = accepted(await look(this, object), `${object.kind} ${object.name} is read`)
  expectMembers(body, table.raw(), this.context)
})

Then(
  'none of {listing} is called {string}',
  async function (this: W, listing: Listing, displayName: string) {
    const query = `$filter=displayName eq '${displayName}'`
    const path = `${listingPath(listing)}?${query}`
    const { body } = accepted(
      await askGraph(this, administrator, { method: 'GET', path }),
      `${listing} are listed`,
    )
    expectSame(`how many of ${listing} are called ${displayName}`, entriesOf(body).length, 0)
  },
)

Then(
  'the member {string} of the answer is the same as {string}',
  function (this: W, one: string, other: string) {
    const { body } = this.answer
    if (memberAt(body, one) === undefined) {
      throw new Difference(`the member ${one}`, 'present', describeAnswer(this.answer))
    }
    expectSame(`the member ${one}`, memberAt(body, one), memberAt(body, other))
  },
)

Then('its {string} differs from its {string}', function (this: W, one: string, other: string) {
  const { body } = this.answer
  if (memberAt(body, one) !== memberAt(body, other)) return
  throw new Difference(`the member ${one}`, `not ${other}`, String(memberAt(body, one)))
})

function look(world: W, object: ObjectName): Promise<Answer> {
  const path = typedPathOf(object, world.directory)
  return askGraph(world, administrator, { method: 'GET', path })
}

Then(
  'its {string} is two years after its {string}',
  function (this: W, later: string, earlier: string) {
    const { body } = this.answer
    const due = new Date(String(memberAt(body, earlier)))
    due.setUTCFullYear(due.getUTCFullYear() + 2)
    const actual = new Date(String(memberAt(body, later)))
    expectSame(`the member ${later}`, actual.toISOString(), due.toISOString())
  },
)

Then('the parts of the answer have the states:', function (this: W, table: DataTable) {
  const parts = (memberAt(this.answer.body, 'responses') ?? []) as readonly Part[]
  const states = parts.map(({ id, status }) => [id, String(status)])
  expectSame('the states of the parts', states, table.raw())
})

Then('the answer gives the role {string} its documented id', function (this: W, role: string) {
  const roles = (memberAt(this.answer.body, 'appRoles') ?? []) as readonly Role[]
  const found = roles.find(({ value }) => value === role)
  expectSame(`the id of ${role}`, found?.id, referenceRoleIds[role])
  expectSame(`who may hold ${role}`, found?.allowedMemberTypes?.join(), 'Application')
})

type Part = { readonly id: string; readonly status: number }
type Role = {
  readonly id: string
  readonly value: string
  readonly allowedMemberTypes?: readonly string[]
}

/** From the permission table of the Graph beta overview page, and from the permissions reference. */
const referenceRoleIds: Readonly<Record<string, string>> = {
  'AgentIdentity.CreateAsManager': '4c390976-b2b7-42e0-9187-c6be3bead001',
  'AgentIdentity.Create.All': 'ad25cc1d-84d8-47df-a08e-b34c2e800819',
  'AgentIdUser.ReadWrite.IdentityParentedBy': '4aa6e624-eee0-40ab-bdd8-f9639038a614',
  'Files.Read.All': '01d4889c-1287-42c6-ac1f-5d1e02578ef6',
  'Presence.ReadWrite.All': '83cded22-8297-4ff6-a7fa-e97e9545a259',
  'Team.ReadBasic.All': '2280dda6-0bfd-44ee-a2f4-cb867cfc4c1e',
}
