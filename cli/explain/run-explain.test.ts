import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fakeSurroundings, noonMs, plainPage } from '../testing/fake-surroundings.ts'
import { makeJwt, t1Claims } from '../testing/make-token.ts'
import { UsageError } from '../usage-error.ts'
import { explain, runExplain } from './run-explain.ts'

const signature = 'c2lnbmF0dXJl'

test('a rule is explained in any letter case, with its evidence and advice', async () => {
  const surroundings = fakeSurroundings()
  assert.equal(await runExplain('t1-expired', surroundings), 0)
  assert.equal(
    surroundings.out(),
    [
      'T1-EXPIRED',
      'An agent identity cannot redeem T1 after its expiry',
      'refusal   invalid_client, AADSTS700024, HTTP 401',
      'evidence  that it is refused: standard: RFC 7523 section 3, point 4',
      'answer    inferred: the same refusal is captured for ordinary assertions',
      '          No strong evidence of the answer. A live tenant may refuse in another',
      '          way.',
      'usually   The client kept T1 for longer than its hour.',
      'do        Get a new T1, and renew it a few minutes before it expires.',
      '',
    ].join('\n'),
  )
})

test('the former id of a rule leads to its name and its explanation', async () => {
  const surroundings = fakeSurroundings()
  assert.equal(await runExplain('t1-1', surroundings), 0)
  const [first, blank, ...rest] = surroundings.out().trimEnd().split('\n')
  assert.equal(first, 'T1-1 is now called LEG-FMI-PATH.')
  assert.equal(blank, '')
  assert.deepEqual(rest, explain('LEG-FMI-PATH', noonMs, plainPage()).lines)
})

test('what the evidence leaves open is named', () => {
  const { lines } = explain('T1-ISSUER', noonMs, plainPage())
  assert.ok(lines.includes('assumed   the status: the evidence does not show it'))
})

test('a number lists every rule that has it, what was seen of Entra first', () => {
  const { lines } = explain('7000215', noonMs, plainPage())
  assert.deepEqual(
    lines.filter((line) => /^(AADSTS|CRED-|Microsoft|\d rules)/.test(line)),
    [
      'AADSTS7000215',
      '3 rules refuse with this number.',
      'Microsoft: https://login.microsoftonline.com/error?code=7000215',
      'CRED-SECRET',
      'CRED-AGENT-SECRET',
      'CRED-SECRET-START',
    ],
  )
})

test('a number that the catalogue does not have is said to be unknown', async () => {
  const surroundings = fakeSurroundings()
  assert.equal(await runExplain('AADSTS99999', surroundings), 1)
  assert.equal(surroundings.out(), '')
  assert.equal(
    surroundings.err(),
    'AADSTS99999\nNo rule in the catalogue has this number, so this tool cannot explain it.\nMicrosoft: https://login.microsoftonline.com/error?code=99999\n',
  )
})

test('a token is explained from standard input, without its signature', async () => {
  const surroundings = fakeSurroundings({ input: `${makeJwt(t1Claims)}\n` })
  assert.equal(await runExplain('-', surroundings), 0)
  const out = surroundings.out()
  assert.match(out, /^T1, the exchange token of step 1/)
  assert.match(out, /The signature was not verified/)
  assert.match(out, /- It is T1\./)
  assert.equal(out.includes(signature), false)
})

test('a mistyped rule gets its nearest ones', async () => {
  const surroundings = fakeSurroundings()
  assert.equal(await runExplain('T1-AGNT', surroundings), 1)
  assert.equal(
    surroundings.err(),
    "'T1-AGNT' is not a rule, an AADSTS number or a readable token.\nNearest rules: T1-AGENT, T1-PARENT.\n",
  )
})

test('a long text that is nothing known is not repeated, for it may be a secret', () => {
  const { lines, isKnown } = explain(`opaque${'x'.repeat(60)}`, noonMs, plainPage())
  assert.equal(isKnown, false)
  assert.deepEqual(lines, [
    'The input is not a rule, an AADSTS number or a readable token.',
    '`agentid rules` lists every rule.',
  ])
})

test('empty input is a usage error', async () => {
  await assert.rejects(runExplain('-', fakeSurroundings()), UsageError)
})

test('a claim nested too deeply to write is still explained', () => {
  const depth = 20_000
  const deep = `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`
  const part = (text: string) => Buffer.from(text).toString('base64url')
  const { isKnown } = explain(`${part('{"alg":"RS256"}')}.${part(deep)}.x`, noonMs, plainPage())
  assert.equal(isKnown, true)
})

test('no text makes it throw', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[\w.-]*$/))
  fc.assert(
    fc.property(text, (input) => {
      explain(input, noonMs, plainPage())
    }),
  )
})

test('no header and no claims make it throw', () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue())
  fc.assert(
    fc.property(object, object, fc.integer(), (header, claims, nowMs) => {
      explain(makeJwt(claims, header), nowMs, plainPage())
    }),
  )
})
