import { Then } from '@cucumber/cucumber'
import type { AgentName, ResourceName } from '../../engine/cast/names.ts'
import { Difference, expectSame, noToken } from '../../engine/outcomes/difference.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { expectTokenFor } from '../expectations/issued-token.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Then(
  'the client under test has a token for {resource} of {agent identity}',
  function (this: W, resource: ResourceName, agent: AgentName) {
    expectTokenFor(tokenClaims(this.client.lastToken()), resource, agent, this.directory)
  },
)

Then('the client under test has {int} token(s)', function (this: W, count: number) {
  expectTokens('the number of tokens of the client', this.client.tokens().length, count)
})

/** Half of an answer ends within the claims of its token, and nobody can read what is left. */
Then('the client under test returned no part of a token', function (this: W) {
  const parts = this.client.tokens().filter((token) => readClaims(token) === undefined)
  expectSame('the number of tokens that nobody can read', parts.length, 0)
})

Then('the client under test has {int} different tokens', function (this: W, count: number) {
  const tokens = this.client.tokens()
  expectTokens('the number of tokens of the client', Math.min(tokens.length, count), count)
  expectSame('the number of different tokens', new Set(tokens).size, count)
})

Then('the client under test has the same token again', function (this: W) {
  const tokens = this.client.tokens()
  expectTokens('the number of tokens of the client', Math.min(tokens.length, 2), 2)
  expectSame('the last token is the one before', tokens.at(-1) === tokens.at(-2), true)
})

Then('the client under test has its first token again', function (this: W) {
  const tokens = this.client.tokens()
  expectTokens('the number of tokens of the client', Math.min(tokens.length, 2), 2)
  expectSame('the last token is the first', tokens.at(-1) === tokens[0], true)
})

Then('the client under test has another token than its first', function (this: W) {
  const tokens = this.client.tokens()
  expectTokens('the number of tokens of the client', Math.min(tokens.length, 2), 2)
  expectSame('the last token is the first', tokens.at(-1) === tokens[0], false)
})

Then('the client under test reports an error', function (this: W) {
  this.client.lastError()
})

Then('the client under test reports {string}', function (this: W, code: string) {
  this.client.needs('the error field code', ({ errorFields }) => errorFields.includes('code'))
  expectSame('the error that the client reports', this.client.lastError().code, code)
})

Then('its error names AADSTS{int}', function (this: W, number: number) {
  this.client.needs('the error field aadsts', ({ errorFields }) => errorFields.includes('aadsts'))
  const { aadsts } = this.client.lastError()
  if (aadsts?.includes(number)) return
  throw new Difference('the numbers that the client reports', String(number), `${aadsts}`)
})

/** @throws {Difference} if there are fewer */
function expectTokens(what: string, count: number, expected: number): void {
  if (count < expected) throw noToken(what, String(expected), String(count))
  expectSame(what, count, expected)
}

/** A client may hand out anything. What is no token of an agent at all is judged by the rule about recipients. */
function tokenClaims(token: string): ReturnType<typeof claimsOf> {
  const what = 'what the client under test has'
  const claims = readClaims(token)
  if (claims === undefined) throw noToken(what, 'a token', 'text that is no JWT')
  if (!String(claims.sub).startsWith('/eid1/')) return claims
  throw noToken(what, 'a token', 'T1')
}

function readClaims(token: string): ReturnType<typeof claimsOf> | undefined {
  try {
    return claimsOf(token)
  } catch {
    return undefined
  }
}
