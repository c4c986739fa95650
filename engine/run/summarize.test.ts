import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ScenarioResult } from './scenario-result.ts'
import { summarize } from './summarize.ts'
import { verdictOf } from './verdict.ts'

let line = 0
const result = (name: string, rule: string, change: Partial<ScenarioResult>): ScenarioResult => ({
  name,
  feature: 'F',
  file: 'f.feature',
  line: ++line,
  rules: [rule],
  status: 'passed',
  reason: '',
  step: undefined,
  steps: [],
  difference: undefined,
  trail: undefined,
  observations: [],
  seconds: 0,
  ...change,
})
const wrongTid = (token: string) => ({
  status: 'failed' as const,
  difference: { what: 'the claim tid', expected: 'the tenant id', actual: 'bad', token },
})
const observed = (text: string, isAboutAnswer: boolean) => ({
  status: 'observed' as const,
  observations: [{ text, isAboutAnswer }],
})
const summaryOf = (...results: readonly ScenarioResult[]) =>
  summarize(verdictOf({ results, parseErrors: [] }))

test('one wrong claim is told once, with its rules and tokens', () => {
  const text = summaryOf(
    result('A', 'TOKEN-T1', wrongTid('T1')),
    result('B', 'TOKEN-T2', wrongTid('T2')),
    result('C', 'TOKEN-T2', wrongTid('T2')),
  )
  assert.equal(text.match(/the claim tid/g)?.length, 1)
  assert.match(
    text,
    /TOKEN-T1, TOKEN-T2 {2}the claim tid\n {6}in T1, T2\n {6}expected the tenant id/,
  )
  assert.match(text, /'A' and in 2 more scenarios\n/)
  assert.match(text, /0 passed, 3 failed, 0 not testable\n$/)
})

test('what failed comes first, then what was observed, then what was not testable', () => {
  const text = summaryOf(
    result('N', 'TOKEN-T2', { status: 'not testable', reason: 'X is not set' }),
    result('O', 'FMI-KNOWN', observed('expected refused, got a token', false)),
    result('F', 'TOKEN-T1', wrongTid('T1')),
  )
  const places = ['Failed:', 'Observations, ', 'Not testable:'].map((title) => text.indexOf(title))
  assert.ok(!places.includes(-1), text)
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  )
})

test('a refusal in another way is folded, and no observation counts as passed', () => {
  const text = summaryOf(
    result('A', 'T1-KEY', observed('rule T1-KEY, aadsts: [1], the mock chose [2]', true)),
    result('B', 'T1-SIGNATURE', observed('rule T1-SIGNATURE, status: 400', true)),
    result('C', 'T1-AGENT', {}),
  )
  assert.match(
    text,
    /2 refusals came with another status, error or number .* --report DIR lists them\./,
  )
  assert.doesNotMatch(text, /the mock chose/)
  assert.match(text, /1 passed, 0 failed, 2 observed, 0 not testable\n$/)
})

test('a run that only observed was judged', () => {
  const verdict = verdictOf({
    results: [result('A', 'T1-KEY', observed('x', true))],
    parseErrors: [],
  })
  assert.equal(verdict.exitCode, 0)
  assert.deepEqual([verdict.passed, verdict.observed], [0, 1])
  assert.deepEqual([verdict.subject.counts.passed, verdict.subject.counts.observed], [0, 1])
})
