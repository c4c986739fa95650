import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Envelope } from '@cucumber/messages'
import { outcomesIn } from './outcomes-in-messages.ts'
import { differences, failures } from './two-runners.ts'

describe('two runners of the features', () => {
  it('agree where every scenario ends in the same way', () => {
    const ends = new Map([['f:1', 'passed'] as const, ['f:2', 'not testable'] as const])
    assert.deepEqual(differences(ends, new Map(ends)), [])
  })

  it('differ where a scenario ends otherwise, or is not run by one', () => {
    const ours = new Map([['f:1', 'passed'] as const, ['f:2', 'passed'] as const])
    const theirs = new Map([['f:1', 'failed'] as const, ['f:3', 'passed'] as const])
    assert.deepEqual(differences(ours, theirs), [
      'f:1: passed by agentid conformance, failed by cucumber-js',
      'f:2: passed by agentid conformance, not run by cucumber-js',
      'f:3: not run by agentid conformance, passed by cucumber-js',
    ])
  })

  it('do not hold what fails by both', () => {
    const ends = new Map([['f:1', 'passed'] as const, ['f:2', 'failed'] as const])
    assert.deepEqual(failures(ends), ['f:2: failed'])
  })

  it('do not agree by running nothing', () =>
    assert.deepEqual(differences(new Map(), new Map()), ['no scenario was run']))
})

describe('the outcome of a scenario in the messages of Cucumber', () => {
  const ending = (...statuses: readonly string[]) => [
    { pickle: { id: 'p', uri: 'f.feature', location: { line: 7, column: 1 } } },
    { testCase: { id: 'c', pickleId: 'p' } },
    { testCaseStarted: { id: 's', testCaseId: 'c' } },
    ...statuses.map((status) => ({
      testStepFinished: { testCaseStartedId: 's', testStepResult: { status } },
    })),
  ]
  for (const [statuses, outcome] of [
    [['PASSED', 'PASSED'], 'passed'],
    [['PASSED', 'SKIPPED'], 'not testable'],
    [['FAILED', 'SKIPPED'], 'failed'],
    [['UNDEFINED', 'SKIPPED'], 'failed'],
  ] as const) {
    it(`is ${outcome} by ${statuses.join(' and ')}`, () => {
      const messages = ending(...statuses) as unknown as readonly Envelope[]
      assert.deepEqual([...outcomesIn(messages)], [['f.feature:7', outcome]])
    })
  }
})
