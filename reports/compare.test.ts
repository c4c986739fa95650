import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareReports } from './compare.ts'
import { describeComparison } from './describe-comparison.ts'
import type { CheckStatus, ConformanceReport, SubjectReport } from './report.ts'
import { check } from './testing/sample-checks.ts'
import { sampleReport } from './testing/sample-report.ts'

type Statuses = Readonly<Record<string, CheckStatus>>

function subject(name: string, version: string, statuses: Statuses): SubjectReport {
  const checks = Object.entries(statuses).map(([id, status]) => check(id, status, []))
  const broken = checks.some(({ status }) => status === 'failed')
  const verdict = broken ? 'does not conform' : 'conforms'
  const [first] = sampleReport.subjects
  assert.ok(first)
  return { ...first, name, version, checks, verdict }
}

function report(...subjects: readonly SubjectReport[]): ConformanceReport {
  return { ...sampleReport, subjects }
}

const before = report(
  subject('msal-node', '7.2.0', {
    'LEG-FMI-PATH': 'passed',
    'RETRY-PER-AGENT': 'failed',
    'ANSWER-WITHOUT-TOKEN': 'passed',
    'CACHE-REUSE': 'passed',
    'INPUT-BLANK': 'passed',
  }),
)
const after = report(
  subject('msal-node', '7.2.1', {
    'LEG-FMI-PATH': 'passed',
    'RETRY-PER-AGENT': 'warning',
    'ANSWER-WITHOUT-TOKEN': 'failed',
    'CACHE-REUSE': 'skipped',
    'LOG-SECRETS': 'passed',
  }),
)

test('each rule whose status differs is better, worse, otherwise, new or gone', () => {
  const [pair] = compareReports(before, after).subjects
  assert.deepEqual(
    pair?.changes.map(({ id, direction }) => [id, direction]),
    [
      ['RETRY-PER-AGENT', 'better'],
      ['ANSWER-WITHOUT-TOKEN', 'worse'],
      ['CACHE-REUSE', 'changed'],
      ['LOG-SECRETS', 'new'],
      ['INPUT-BLANK', 'gone'],
    ],
  )
})

test('a report from before a rule had its name of today is compared by that name', () => {
  const rule = subject('msal-node', '7.2.0', { 'RETRY-PER-AGENT': 'failed' })
  const old = report({ ...rule, checks: rule.checks.map((one) => ({ ...one, id: 'RETRY-2' })) })
  const now = report(subject('msal-node', '7.2.1', { 'RETRY-PER-AGENT': 'passed' }))
  const [pair] = compareReports(old, now).subjects
  assert.deepEqual(
    pair?.changes.map(({ id, direction }) => [id, direction]),
    [['RETRY-PER-AGENT', 'better']],
  )
})

test('the description puts what got worse first', () => {
  assert.equal(
    describeComparison(compareReports(before, after)),
    `msal-node 7.2.0 -> msal-node 7.2.1: does not conform (unchanged)
  1 worse
    ANSWER-WITHOUT-TOKEN  passed -> failed  An answer without a token is an error
  1 better
    RETRY-PER-AGENT       failed -> warning  Throttling of one agent identity does not block another
  1 changed
    CACHE-REUSE           passed -> skipped  A client reuses a token that is still valid
  1 new
    LOG-SECRETS           passed  No event or error contains a secret, assertion or token
  1 removed
    INPUT-BLANK           passed  A client refuses a blank agent identity before any request
`,
  )
})

test('subjects are matched by name, and those without a match are listed', () => {
  const one = subject('one', '1', { 'LEG-FMI-PATH': 'passed' })
  const two = subject('two', '1', { 'LEG-FMI-PATH': 'passed' })
  const three = subject('three', '1', { 'LEG-FMI-PATH': 'passed' })
  const comparison = compareReports(report(one, two), report(three, two))
  assert.deepEqual(
    comparison.subjects.map((pair) => pair.after.name),
    ['two'],
  )
  assert.equal(
    describeComparison(comparison),
    'two 1: conforms (unchanged)\n  no rule changed\none 1: only in the first report\nthree 1: only in the second report\n',
  )
})

test('a single subject in each report is the same, whatever it is called', () => {
  const { subjects, gone, added } = compareReports(
    report(subject('old name', '1', { 'LEG-FMI-PATH': 'failed' })),
    report(subject('new name', '2', { 'LEG-FMI-PATH': 'passed' })),
  )
  assert.equal(subjects[0]?.changes[0]?.direction, 'better')
  assert.deepEqual([gone, added], [[], []])
})

test('a rule that could no longer be judged got worse, one that was skipped did not', () => {
  const direction = (from: CheckStatus, to: CheckStatus) =>
    compareReports(
      report(subject('x', '', { 'LEG-FMI-PATH': from })),
      report(subject('x', '', { 'LEG-FMI-PATH': to })),
    ).subjects[0]?.changes[0]?.direction
  assert.equal(direction('passed', 'error'), 'worse')
  assert.equal(direction('expected failure', 'passed'), 'better')
  assert.equal(direction('failed', 'skipped'), 'changed')
  assert.equal(direction('skipped', 'failed'), 'changed')
})

test('control characters in a name do not reach the terminal', () => {
  const hostile = report(subject('a\u001b[31m\u202eb', '', { 'LEG-FMI-PATH': 'passed' }))
  const text = describeComparison(compareReports(hostile, hostile))
  assert.match(text, /^a\\u001b\[31m\\u202eb: /)
})

test('two reports without subjects are said to be empty', () => {
  assert.equal(describeComparison(compareReports(report(), report())), 'both reports are empty\n')
})
