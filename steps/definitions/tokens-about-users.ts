import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import { Difference, expectSame, show } from '../../engine/outcomes/difference.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { expectEach, expectOwn, failFor, type IssuedToken } from '../expectations/each-token.ts'
import { expectPublishedSignature } from '../expectations/issued-token.ts'
import { isOpaque } from '../expectations/opaque.ts'
import { extraScopes, scopesOf } from '../expectations/scopes-of-an-answer.ts'
import { obtainAboutUsers, obtainAboutUsersAtOnce } from '../support/tokens-about-users.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

Given(
  'the agents of "Contoso" have obtained {tokens about users}',
  function (this: W, kind: string) {
    return obtainAboutUsers(this, kind)
  },
)

When('the agents of "Contoso" obtain {tokens about users}', function (this: W, kind: string) {
  return obtainAboutUsers(this, kind)
})

When(
  'the agents of "Contoso" obtain {tokens about users} at the same time',
  function (this: W, kind: string) {
    return obtainAboutUsersAtOnce(this, kind)
  },
)

Then('each of them is of the session in which its user called', function (this: W) {
  const called = this.issued.filter(({ session }) => session !== undefined)
  for (const { name, claims, session } of called) {
    expectSame(`the claim sid of ${name}`, claims.sid, session?.sid)
  }
  expectOwn(called, 'sid', ({ user }) => String(user))
})

Then('each user has one {string} of its own at each resource', function (this: W, claim: string) {
  expectOwn(this.issued, claim, ({ user, resource }) => `${user} at ${resource}`)
})

Then('none of them outlives the token with which its user called', function (this: W) {
  failFor(
    'the claim exp',
    this.issued.flatMap(({ name, claims, session }) => {
      if (session === undefined || Number(claims.exp) <= Number(session.exp)) return []
      const difference = new Difference('the claim exp', `at most ${session.exp}`, show(claims.exp))
      return [{ name, difference }]
    }),
  )
})

/** An answer may leave out what the request did not ask for; a token holds all of it. */
Then('each of them names every scope that its answer names', function (this: W) {
  for (const { name, answer, claims } of this.issued) {
    const missing = extraScopes(scopesOf(answer.body?.scope), scopesOf(claims.scp))
    expectSame(`what ${name} lacks of its answer`, missing.join(' '), '')
  }
})

Then('the answer with each of them names every scope that it names', function (this: W) {
  for (const { name, answer, claims } of this.issued) {
    const missing = extraScopes(scopesOf(claims.scp), scopesOf(answer.body?.scope))
    expectSame(`what the answer with ${name} lacks`, missing.join(' '), '')
  }
})

Then('each of them names the scopes of the other about its user', function (this: W) {
  const named = new Map<string, string>()
  for (const { name, agent, user, resource, claims } of this.issued) {
    const party = `${agent} ${user} ${resource}`
    const scopes = [...scopesOf(claims.scp)].sort().join(' ')
    expectSame(`the scopes of ${name}`, scopes, named.get(party) ?? scopes)
    named.set(party, scopes)
  }
})

const idTokenOf = ({ answer }: IssuedToken) => claimsOf(String(answer.body?.id_token))

Then('the id_token beside each of them says:', function (this: W, table: DataTable) {
  expectEach('the claim of the id_token', this.issued, idTokenOf, table.raw(), this.context)
})

Then('the id_token beside each of them is signed with a published key', async function (this: W) {
  const tenantId = this.directory.tenantId('Contoso')
  for (const { answer } of this.issued) {
    await expectPublishedSignature(String(answer.body?.id_token), tenantId, this.target.request)
  }
})

Then(
  'each of them and the id_token beside it agree in {string}',
  function (this: W, claim: string) {
    for (const one of this.issued) {
      expectSame(`the claim ${claim} beside ${one.name}`, idTokenOf(one)[claim], one.claims[claim])
    }
  },
)

Then(
  'the subject at the client is the subject of the id_token beside each of them',
  function (this: W) {
    for (const one of this.issued) {
      const { sub } = (one.claims.xms_st ?? {}) as { readonly sub?: unknown }
      expectSame(`the claim xms_st.sub of ${one.name}`, sub, idTokenOf(one).sub)
    }
  },
)

Then('the client_info beside each of them names its user and its tenant', function (this: W) {
  for (const { name, answer, user } of this.issued) {
    const text = Buffer.from(String(answer.body?.client_info), 'base64url').toString()
    const { uid, utid } = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>
    const expected = [user && this.directory.personId(user), this.directory.tenantId('Contoso')]
    expectSame(`client_info beside ${name}`, [uid, utid].join('.'), expected.join('.'))
  }
})

Then('the refresh tokens beside them are opaque, and no two are the same', function (this: W) {
  const seen = new Map<string, string>()
  for (const { name, answer } of this.issued) {
    const token = String(answer.body?.refresh_token ?? '')
    const earlier = seen.get(token)
    const actual = earlier === undefined ? 'a token that tells something' : `that of ${earlier}`
    if (earlier !== undefined || !isOpaque(token)) {
      throw new Difference(`the refresh token beside ${name}`, 'another one, opaque', actual)
    }
    seen.set(token, name)
  }
})
