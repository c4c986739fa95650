import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import { type AgentName, blueprintOf, type PersonName } from '../../engine/cast/names.ts'
import { Difference, expectSame, show } from '../../engine/outcomes/difference.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { withParameter } from '../../engine/requests/wire-request.ts'
import { expectClaim } from '../expectations/each-token.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import { memberAt } from '../expectations/member-at.ts'
import { agentUserRequestOf, obtainT2 } from '../support/delegated-flows.ts'
import { forgedCopy } from '../support/forged-copy.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

const byId = (world: W, person: PersonName) => ({ user_id: world.directory.personId(person) })

Given(
  'a request of {agent identity} for {scope} as {person}',
  async function (this: W, client: AgentName, scope: Scope, person: PersonName) {
    const user = byId(this, person)
    this.wire = await agentUserRequestOf(this, client, user, scope(this.directory))
  },
)

When(
  '{agent identity} asks for {scope} as {person}',
  async function (this: W, client: AgentName, scope: Scope, person: PersonName) {
    const user = byId(this, person)
    await this.send(await agentUserRequestOf(this, client, user, scope(this.directory)))
  },
)

Given(
  '{agent identity} has obtained a token for {scope} as {person}',
  async function (this: W, client: AgentName, scope: Scope, person: PersonName) {
    const user = byId(this, person)
    const request = await agentUserRequestOf(this, client, user, scope(this.directory))
    issuedToken(await this.send(request), `${client} gets a token as ${person}`)
  },
)

When(
  '{agent identity} asks for {scope} as {person} by the user name',
  async function (this: W, client: AgentName, scope: Scope, person: PersonName) {
    const user = { username: this.directory.userName(person) }
    await this.send(await agentUserRequestOf(this, client, user, scope(this.directory)))
  },
)

Given(
  'its {string} is T2 of {agent identity}',
  async function (this: W, name: string, client: AgentName) {
    this.wire = withParameter(this.wire, name, await obtainT2(this, client))
  },
)

Given(
  'its {string} is a copy of T2 of {agent identity} {twist}',
  async function (this: W, name: string, client: AgentName, twist: string) {
    await obtainT2(this, client)
    this.wire = withParameter(this.wire, name, await forgedCopy(this, twist))
  },
)

Given(
  'its {string} is T1 for {agent identity}',
  async function (this: W, name: string, agent: AgentName) {
    const blueprint = agent === 'Parcel' ? 'Courier' : 'Concierge'
    this.wire = withParameter(this.wire, name, await this.obtainT1(blueprint, agent))
  },
)

Given(
  'its {string} is a copy of T1 for {agent identity} {twist}',
  async function (this: W, name: string, agent: AgentName, twist: string) {
    await this.obtainT1(blueprintOf(agent), agent)
    this.wire = withParameter(this.wire, name, await forgedCopy(this, twist))
  },
)

Given(
  'its {string} is the user name of {person}',
  function (this: W, name: string, person: PersonName) {
    this.wire = withParameter(this.wire, name, this.directory.userName(person))
  },
)

Given(
  'its {string} is the user name of {person} in upper case',
  function (this: W, name: string, person: PersonName) {
    const value = this.directory.userName(person).toUpperCase()
    this.wire = withParameter(this.wire, name, value)
  },
)

Given(
  'its {string} is the id of {person} in upper case',
  function (this: W, name: string, person: PersonName) {
    this.wire = withParameter(this.wire, name, this.directory.personId(person).toUpperCase())
  },
)

Given('its {string} is the id of {person}', function (this: W, name: string, person: PersonName) {
  this.wire = withParameter(this.wire, name, this.directory.personId(person))
})

/** A request that names two users may be refused, too. */
Then('no token about {person} is issued', function (this: W, person: PersonName) {
  const { token } = this.answer
  if (token === undefined) return
  const { oid } = claimsOf(token)
  if (oid !== this.directory.personId(person)) return
  throw new Difference('the claim oid', 'that of somebody else, or no token', show(oid))
})

Then('the id_token of the answer says:', function (this: W, table: DataTable) {
  const claims = claimsOf(String(memberAt(this.answer.body, 'id_token')))
  for (const [claim = '', words = ''] of table.raw()) {
    expectClaim(claims, claim, words, this.context)
  }
})

Then('the client_info of the answer names {person}', function (this: W, person: PersonName) {
  const text = Buffer.from(String(memberAt(this.answer.body, 'client_info')), 'base64url')
  const { uid, utid } = JSON.parse(text.toString()) as Readonly<Record<string, unknown>>
  expectSame('the member uid', uid, this.directory.personId(person))
  expectSame('the member utid', utid, this.directory.tenantId('Contoso'))
})
