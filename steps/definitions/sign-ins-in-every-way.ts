import { createHash } from 'node:crypto'
import { Then, When } from '@cucumber/cucumber'
import { Difference, expectSame, show } from '../../engine/outcomes/difference.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { expectOwn, type IssuedToken } from '../expectations/each-token.ts'
import { expectPublishedSignature } from '../expectations/issued-token.ts'
import { scopesOf } from '../expectations/scopes-of-an-answer.ts'
import { sentBackBefore, signInEverywhere } from '../support/sign-ins-in-every-way.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

function forGraph(this: W): Promise<void> {
  const permission = `${this.directory.address('Microsoft Graph')}/User.Read`
  return signInEverywhere(this, 'Microsoft Graph', permission)
}

When('people sign in in every way for Microsoft Graph', forGraph)

When('people sign in in every way for "Concierge"', function (this: W) {
  const permission = `api://${this.directory.clientId('Concierge')}/access_agent`
  return signInEverywhere(this, 'Concierge', permission)
})

const idTokenOf = ({ answer }: IssuedToken) => claimsOf(String(answer.body?.id_token))
const withIdToken = (one: IssuedToken) => ({ ...one, claims: idTokenOf(one) })

Then('each application knows each person by one subject of its own', function (this: W) {
  const idTokens = this.issued.map(withIdToken)
  expectOwn(idTokens, 'sub', ({ user, client }) => `${user} at ${client}`)
})

/** A renewal has no request of a person to repeat the nonce of. */
Then('the id_token beside each of them has the nonce of its sign-in', function (this: W) {
  for (const one of this.issued.filter(({ isRenewed }) => !isRenewed)) {
    const { nonce } = sentBackBefore(one)
    expectSame(`the nonce beside ${one.name}`, idTokenOf(one).nonce, nonce)
  }
})

/** OpenID Connect Core 1.0 section 12.2. */
Then('the id_token of each renewal is about the same sign-in', function (this: W) {
  for (const one of this.issued) {
    const { renewed } = sentBackBefore(one)
    if (!renewed) continue
    const first = claimsOf(String(renewed.body?.id_token))
    for (const claim of ['iss', 'sub', 'aud', 'oid', 'tid']) {
      expectSame(`the claim ${claim} beside ${one.name}`, idTokenOf(one)[claim], first[claim])
    }
  }
})

/** The id_tokens that came with a code, and the code. */
function beforeRedemption(world: W) {
  const found = world.issued.flatMap((one) => {
    const { nonce, parameters } = sentBackBefore(one)
    const { id_token: idToken, code = '' } = parameters
    if (idToken === undefined || one.isRenewed) return []
    return [{ one, nonce, code, idToken, claims: claimsOf(idToken) }]
  })
  if (found.length > 0) return found
  throw new Difference('an application that knows the person at once', 'an id_token', 'none')
}

Then('each id_token that came with a code names its code', function (this: W) {
  for (const { one, code, claims } of beforeRedemption(this)) {
    const half = createHash('sha256').update(code).digest().subarray(0, 16)
    expectSame(`c_hash before ${one.name}`, claims.c_hash, half.toString('base64url'))
  }
})

Then('each id_token that came with a code is about the sign-in', async function (this: W) {
  for (const { one, nonce, claims, idToken } of beforeRedemption(this)) {
    expectSame(`the nonce before ${one.name}`, claims.nonce, nonce)
    for (const claim of ['iss', 'sub', 'aud', 'oid', 'tid', 'sid', 'preferred_username', 'ver']) {
      expectSame(`the claim ${claim} before ${one.name}`, claims[claim], idTokenOf(one)[claim])
    }
    const tenantId = this.directory.tenantId('Contoso')
    await expectPublishedSignature(idToken, tenantId, this.target.request)
  }
})

Then('each of them names the scopes of its answer and no others', function (this: W) {
  const ofNoResource = ['openid', 'profile', 'email', 'offline_access']
  const named = (text: unknown) =>
    scopesOf(text).filter((one) => !ofNoResource.includes(one) && one !== '')
  for (const { name, answer, claims } of this.issued) {
    const told = [...named(answer.body?.scope)].sort().join(' ')
    expectSame(`the scopes of ${name}`, [...named(claims.scp)].sort().join(' '), told)
  }
})

Then('Microsoft Graph knows each person as the id_token does', async function (this: W) {
  for (const one of this.issued) {
    const path = `${this.directory.graphOrigin}/oidc/userinfo`
    const headers = { authorization: `Bearer ${one.token}` }
    const answer = await this.send({ method: 'GET', path, headers, parameters: [] })
    const { sub, name } = idTokenOf(one)
    expectSame(`the subject that ${one.name} stands for`, show(answer.body?.sub), show(sub))
    expectSame(`the name that ${one.name} stands for`, show(answer.body?.name), show(name))
  }
})
