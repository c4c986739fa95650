import { Then } from '@cucumber/cucumber'
import type { AgentName, ResourceName } from '../../engine/cast/names.ts'
import { Difference, expectSame, noToken } from '../../engine/outcomes/difference.ts'
import { requestsOfTheClient } from '../../engine/scenario/client-trail.ts'
import { type Leg, legOf, same, scopeOf } from '../../judge/index.ts'
import type { JournalEntry } from '../../mock-idp/index.ts'
import { isJsonObject, parseJsonObject } from '../../wire/json-object.ts'
import { readJwt } from '../../wire/jwt.ts'
import { expectTokenFor } from '../expectations/issued-token.ts'
import { challengeOf } from '../support/challenges.ts'
import { personCalled, tokenOfPerson } from '../support/people.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

function expectAbout(world: W, resource: ResourceName, agent: AgentName, person: string): void {
  const { client, directory } = world
  const claims = readJwt(client.lastToken())?.claims
  if (claims === undefined) {
    throw noToken('what the client under test has', 'a token', 'text that is no JWT')
  }
  expectTokenFor(claims, resource, agent, directory)
  const oid = String(claims.oid ?? 'nobody').toLowerCase()
  expectSame('whom the token is about', oid, directory.personId(personCalled(person)))
}

Then(
  'the client under test has a token for {resource} of {agent identity} on behalf of {string}',
  expectation,
)

Then(
  'the client under test has a token for {resource} of {agent identity} as the user {string}',
  expectation,
)

function expectation(this: W, resource: ResourceName, agent: AgentName, person: string) {
  expectAbout(this, resource, agent, person)
}

const nouns: Readonly<Record<string, Leg>> = {
  exchange: 'obo',
  'request for an agent user': 'agentUser',
  'request for T2': 't2',
  renewal: 'refresh',
}

async function ofKind(world: W, noun: string): Promise<readonly JournalEntry[]> {
  return (await requestsOfTheClient(world)).filter((request) => legOf(request) === nouns[noun])
}

Then('{int} exchange(s) was/were received', async function (this: W, count: number) {
  expectSame('the number of exchanges', (await ofKind(this, 'exchange')).length, count)
})

Then(
  '{int} request(s) for an agent user was/were received',
  async function (this: W, count: number) {
    const found = await ofKind(this, 'request for an agent user')
    expectSame('the number of requests for an agent user', found.length, count)
  },
)

Then('at most {int} exchange(s) was/were received', async function (this: W, most: number) {
  expectAtMost('exchanges', (await ofKind(this, 'exchange')).length, most)
})

Then(
  'at most {int} request(s) for an agent user was/were received',
  async function (this: W, most: number) {
    const { length } = await ofKind(this, 'request for an agent user')
    expectAtMost('requests for an agent user', length, most)
  },
)

function expectAtMost(what: string, count: number, most: number): void {
  if (count <= most) return
  throw new Difference(`the number of ${what}`, `at most ${most}`, String(count))
}

Then('its error says that consent is required', function (this: W) {
  const { errorFields } = this.client.capabilities
  const [hasSuberror, hasNumbers] = (['suberror', 'aadsts'] as const).map((name) =>
    errorFields.includes(name),
  )
  this.client.needs('the error field suberror or aadsts', () => Boolean(hasSuberror || hasNumbers))
  const { suberror, aadsts } = this.client.lastError()
  if (hasSuberror) return expectSame('the suberror that is reported', suberror, 'consent_required')
  expectSame('whether the client reports 65001', aadsts?.includes(65001), true)
})

Then('its error carries the claims of the challenge', function (this: W) {
  this.client.needs('the error field claims', ({ errorFields }) => errorFields.includes('claims'))
  const { claims = '' } = this.client.lastError()
  const told = JSON.stringify(parseJsonObject(claims) ?? claims)
  const sent = JSON.stringify(parseJsonObject(challengeOf(this).claims))
  expectSame('the claims that the client reports', told, sent)
})

/** A client may add its own, such as what it is capable of. */
/** In an exchange, or in a renewal: some clients send the claims with the refresh token that they have. */
Then('the last exchange asks for the claims of the challenge', async function (this: W) {
  const both = [...(await ofKind(this, 'exchange')), ...(await ofKind(this, 'renewal'))]
  const last = lastOf(both.sort((one, other) => one.sequence - other.sequence))
  const { access_token: asked } = parseJsonObject(last.parameters.claims ?? '') ?? {}
  const { capolids } = isJsonObject(asked) ? asked : {}
  const { policyId } = challengeOf(this)
  const isIn = JSON.stringify(capolids ?? null).includes(policyId)
  if (isIn) return
  throw new Difference('the claims of the last exchange', 'those of the challenge', 'others')
})

/** Unless it was asked to, in a call of its own. */
Then('the last exchange asks for no claims of the challenge', async function (this: W) {
  const { claims = '' } = lastOf(await ofKind(this, 'exchange')).parameters
  const { policyId } = challengeOf(this)
  if (!claims.includes(policyId)) return
  throw new Difference('the claims of the last exchange', 'none of another call', 'the challenge')
})

Then('the last exchange asks for {scope}', async function (this: W, scope: Scope) {
  const asked = scopeOf(lastOf(await ofKind(this, 'exchange')))
  const names = scope(this.directory).split(' ')
  const missing = names.filter((name) => !asked.split(' ').some((one) => same(one, name)))
  expectSame('the scopes that the last exchange lacks', missing, [])
})

Then(
  'the last exchange presents the newest token of {string}',
  async function (this: W, person: string) {
    const { userAssertion } = lastOf(await ofKind(this, 'exchange'))
    const { uti } = (userAssertion?.claims ?? {}) as { readonly uti?: unknown }
    const newest = readJwt(await tokenOfPerson(this, person))?.claims.uti
    expectSame('whether the last exchange presents the newest token', uti === newest, true)
  },
)

Then('no renewal is about {string}', async function (this: W, person: string) {
  const id = this.directory.personId(personCalled(person))
  const about = (await ofKind(this, 'renewal')).filter(
    ({ outcome }) => 'issued' in outcome && outcome.claims.oid === id,
  )
  expectSame(`the number of renewals about ${person}`, about.length, 0)
})

function lastOf(requests: readonly JournalEntry[]): JournalEntry {
  const last = requests.at(-1)
  if (last) return last
  throw new Difference('an exchange', 'was received', 'no such request')
}
