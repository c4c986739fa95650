import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createProgress } from './progress.ts'
import type { ScenarioResult } from './scenario-result.ts'
import { outcomeOf } from './verdict.ts'

function result(name: string, feature: string, change: Partial<ScenarioResult> = {}) {
  return {
    name,
    feature,
    file: `${feature}.feature`,
    line: 3,
    rules: [],
    status: 'passed',
    reason: '',
    step: undefined,
    steps: [],
    difference: undefined,
    trail: undefined,
    observations: [],
    seconds: 0,
    ...change,
  } satisfies ScenarioResult
}

function show(
  planned: Record<string, number>,
  view: { isTty?: boolean; columns?: number; title?: string } = {},
) {
  let written = ''
  const write = (text: string) => {
    written += text
  }
  const progress = createProgress({ write, isTty: false, ...view }, (one) => outcomeOf(one, {}))
  progress.onPlanned(new Map(Object.entries(planned)))
  return { ...progress, written: () => written }
}

describe('the progress of features that run side by side', () => {
  it('tells each when its last scenario is over', () => {
    const { onScenarioFinished, stop, written } = show({ 'A.feature': 2, 'B.feature': 2 })
    onScenarioFinished(result('a1', 'A'))
    onScenarioFinished(result('b1', 'B', { status: 'not testable' }))
    assert.equal(written(), '')
    onScenarioFinished(result('a2', 'A'))
    assert.equal(written(), 'A: 2 passed\n')
    onScenarioFinished(result('b2', 'B'))
    stop()
    assert.equal(written(), 'A: 2 passed\nB: 1 passed, 1 not testable\n')
  })

  it('tells at the end what was broken off', () => {
    const { onScenarioFinished, stop, written } = show({ 'A.feature': 2 })
    onScenarioFinished(result('a1', 'A'))
    stop()
    assert.equal(written(), 'A: 1 passed\n')
  })

  it('tells failures at once', () => {
    const { onScenarioFinished, written } = show({ 'A.feature': 2 })
    const failed = { status: 'failed', step: 'it works', reason: 'it does not' } as const
    onScenarioFinished(result('a1', 'A', failed))
    assert.equal(written(), 'FAILED  a1\n  at A.feature:3\n  step: it works\n  it does not\n')
  })

  it('points once at scenarios that are unusable, and leaves the reason to the summary', () => {
    const { onScenarioFinished, written } = show({ 'A.feature': 2 })
    const broken = { status: 'unusable', step: 'it works', reason: 'no answer' } as const
    onScenarioFinished(result('a1', 'A', broken))
    onScenarioFinished(result('a2', 'A', broken))
    assert.equal(written(), 'COULD NOT BE JUDGED  a1\n  at A.feature:3\nA: 0 passed, 2 unusable\n')
  })
})

describe('the bar on a terminal', () => {
  it('shows the client, the scenario that runs longest and how many are over', () => {
    const view = { isTty: true, columns: 0, title: 'msal-node (1 of 2)' }
    const { onScenarioStarted, onScenarioFinished, stop, written } = show({ 'A.feature': 2 }, view)
    onScenarioStarted('a1')
    onScenarioStarted('a2')
    assert.match(written(), /\[-{20}\] 0\/2 \d+\.\d s {2}msal-node \(1 of 2\): a1$/)
    onScenarioFinished(result('a1', 'A'))
    onScenarioStarted('a3')
    stop()
    assert.match(written(), /\[#{10}-{10}\] 1\/2 \d+\.\d s {2}msal-node \(1 of 2\): a2\r/)
  })
})
