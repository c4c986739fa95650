import { Given, Then, When } from '@cucumber/cucumber'
import { fill } from '../../engine/cast/fill.ts'
import type { AgentName, PersonName, ResourceName, TenantName } from '../../engine/cast/names.ts'
import { Difference, expectSame, show } from '../../engine/outcomes/difference.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { withParameter } from '../../engine/requests/wire-request.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import {
  behalfRequest,
  callBlueprint,
  heldUserToken,
  orderUserToken,
  userTokenOf,
} from '../support/delegated-flows.ts'
import { forgedCopy } from '../support/forged-copy.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

Given('{person} has called "Concierge"', async function (this: W, person: PersonName) {
  await callBlueprint(this, person)
})

Given(
  '{person} has called "Concierge" with a token for another {duration}',
  async function (this: W, person: PersonName, lifetimeSeconds: number) {
    await callBlueprint(this, person, { lifetimeSeconds })
  },
)

Given(
  '{person} has called "Concierge", signed in by {word}',
  async function (this: W, person: PersonName, methods: string) {
    await callBlueprint(this, person, { methods: methods.split(',') })
  },
)

Given(
  'a request of {agent identity} for {scope} on behalf of {person}',
  async function (this: W, client: AgentName, scope: Scope, person: PersonName) {
    this.wire = await behalfRequest(this, client, person, scope(this.directory))
  },
)

When(
  '{agent identity} asks for {scope} on behalf of {person}',
  async function (this: W, client: AgentName, scope: Scope, person: PersonName) {
    await this.send(await behalfRequest(this, client, person, scope(this.directory)))
  },
)

Given(
  '{agent identity} has obtained a token for {scope} on behalf of {person}',
  async function (this: W, client: AgentName, scope: Scope, person: PersonName) {
    const answer = await this.send(await behalfRequest(this, client, person, scope(this.directory)))
    issuedToken(answer, `${client} gets a token on behalf of ${person}`)
  },
)

Given(
  'its {string} is a token of {person} for {resource}',
  async function (this: W, name: string, person: PersonName, resource: ResourceName) {
    this.wire = withParameter(this.wire, name, await orderUserToken(this, person, resource))
  },
)

Given(
  'its {string} is a token of {person} for the audience {string}',
  async function (this: W, name: string, person: PersonName, audience: string) {
    const aud = fill(audience, this.directory)
    const token = await orderUserToken(this, person, 'Concierge', { claims: { aud } })
    this.wire = withParameter(this.wire, name, token)
  },
)

Given(
  'its {string} is an id_token of {person}',
  async function (this: W, name: string, person: PersonName) {
    const token = await orderUserToken(this, person, 'Concierge', { kind: 'idToken' })
    this.wire = withParameter(this.wire, name, token)
  },
)

Given(
  'its {string} is a token of {person} that ended {duration} ago',
  async function (this: W, name: string, person: PersonName, seconds: number) {
    const token = await orderUserToken(this, person, 'Concierge', { lifetimeSeconds: -seconds })
    this.wire = withParameter(this.wire, name, token)
  },
)

Given(
  'its {string} is a token of {person} signed by {word}',
  async function (this: W, name: string, person: PersonName, signer: string) {
    const signWith = signer === 'nobody' ? 'none' : 'stranger'
    const token = await orderUserToken(this, person, 'Concierge', { signWith })
    this.wire = withParameter(this.wire, name, token)
  },
)

Given(
  'its {string} is a token of an application for {resource}',
  async function (this: W, name: string, resource: ResourceName) {
    const { directory, control } = this
    const client = directory.clientId('Intranet')
    const token = await control.orderToken({
      kind: 'app',
      client,
      audience: directory.clientId(resource),
    })
    this.wire = withParameter(this.wire, name, token)
  },
)

Given(
  'its {string} is a copy of the token of {person} {twist}',
  async function (this: W, name: string, person: PersonName, twist: string) {
    this.tokens.push(await userTokenOf(this, person))
    this.wire = withParameter(this.wire, name, await forgedCopy(this, twist))
  },
)

Given(
  'its {string} is a token that {agent identity} of {tenant} got for {resource}',
  async function (
    this: W,
    name: string,
    client: AgentName,
    tenant: TenantName,
    resource: ResourceName,
  ) {
    const { directory, control } = this
    const audience = directory.clientId(resource)
    const order = { kind: 'app', client: directory.clientId(client), audience } as const
    this.wire = withParameter(this.wire, name, await control.orderToken(order, tenant))
  },
)

Then(
  'the token has the same {string} as that of {person}',
  function (this: W, claim: string, person: PersonName) {
    const theirs = claimsOf(heldUserToken(this, person))[claim]
    expectSame(`the claim ${claim}`, claimsOf(issuedToken(this.answer))[claim], theirs)
  },
)

Then(
  'the token has another {string} than that of {person}',
  function (this: W, claim: string, person: PersonName) {
    const theirs = claimsOf(heldUserToken(this, person))[claim]
    const own = claimsOf(issuedToken(this.answer))[claim]
    if (own !== undefined && own !== theirs) return
    throw new Difference(`the claim ${claim}`, `another than ${show(theirs)}`, show(own))
  },
)

Then('the token ends no later than that of {person}', function (this: W, person: PersonName) {
  const [own, theirs] = [issuedToken(this.answer), heldUserToken(this, person)].map((token) =>
    Number(claimsOf(token).exp),
  )
  if (own !== undefined && theirs !== undefined && own <= theirs) return
  throw new Difference('the claim exp', `at most ${theirs}`, show(own))
})

Then('the token names exactly the scopes {string}', function (this: W, scopes: string) {
  const named = String(claimsOf(issuedToken(this.answer)).scp).split(' ')
  expectSame('the scopes of the token', named.sort(), scopes.split(' ').sort())
})

Then('the token names the scopes {string}', function (this: W, scopes: string) {
  const named = String(claimsOf(issuedToken(this.answer)).scp).split(' ')
  const missing = scopes.split(' ').filter((scope) => !named.includes(scope))
  if (missing.length === 0) return
  throw new Difference('the scopes of the token', scopes, named.join(' '))
})

Then('the token does not name the scope {string}', function (this: W, scope: string) {
  const named = String(claimsOf(issuedToken(this.answer)).scp).split(' ')
  expectSame(`whether the token names ${scope}`, named.includes(scope), false)
})
