import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupFailures } from './group-failures.ts'
import { check, story } from './testing/sample-checks.ts'

const wrong = (line: number, message: string, token?: string, actual = 'bad') =>
  story({
    title: `Scenario ${line}`,
    file: 'tokens.feature',
    line,
    status: 'failed',
    findings: [{ check: 'X', severity: 'MUST', message, expected: 'a GUID', actual, token }],
  })

test('a claim that is wrong in every token is one fault, which names the tokens and the rules', () => {
  const groups = groupFailures([
    check('LEG-FMI-PATH', 'failed', [
      wrong(1, 'the claim tid', 'T1', 'x'),
      wrong(2, 'the claim tid', 'T1', 'y'),
    ]),
    check('CACHE-REUSE', 'failed', [wrong(3, 'the claim tid', 'a Graph token')]),
  ])
  assert.equal(groups.length, 1)
  const [group] = groups
  assert.deepEqual(group?.rules, ['LEG-FMI-PATH', 'CACHE-REUSE'])
  assert.deepEqual(group?.tokens, ['T1', 'a Graph token'])
  assert.deepEqual([group?.expected, group?.actual], ['a GUID', 'x'])
  assert.deepEqual(
    group?.stories.map(({ line }) => line),
    [1, 2, 3],
  )
})

test('another claim, a claim that is missing and anything that is no token are other faults', () => {
  const groups = groupFailures([
    check('LEG-FMI-PATH', 'failed', [
      wrong(1, 'the claim tid', 'T1'),
      wrong(2, 'the claim tid', 'T1', 'absent'),
      wrong(3, 'the claim oid', 'T1'),
      wrong(4, 'the status', undefined, '500'),
      wrong(5, 'the status', undefined, '404'),
    ]),
  ])
  assert.equal(groups.length, 5)
})

test('a scenario of two rules is counted once', () => {
  const both = wrong(1, 'the claim tid', 'T1')
  const [group] = groupFailures([
    check('LEG-FMI-PATH', 'failed', [both]),
    check('CACHE-REUSE', 'failed', [both]),
  ])
  assert.equal(group?.stories.length, 1)
})

test('what passed is no fault', () => {
  assert.deepEqual(groupFailures([check('CACHE-REUSE', 'passed', [story({ title: 'S' })])]), [])
})
