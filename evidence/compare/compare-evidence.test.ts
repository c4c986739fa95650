import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EvidenceSet, Exchange, ScenarioEvidenceFile } from '../format.ts'
import { sampleIndex } from '../testing/sample-evidence.ts'
import { compareEvidence, type RuleFacts } from './compare-evidence.ts'
import { describeComparison } from './describe-comparison.ts'

const rule = (id: string, kind: RuleFacts['kind'] = 'refusal'): RuleFacts => ({
  id,
  title: `The sentence of ${id}`,
  kind,
  evidence: 'inferred',
})
const exchange = (step: number, status: number): Exchange => ({
  step,
  request: { method: 'POST', path: '/token', query: [], headers: {}, form: [] },
  answer: { status, headers: {}, body: {} },
})
const scenario = (
  title: string,
  id: string,
  exchanges: readonly Exchange[],
  change: Partial<ScenarioEvidenceFile> = {},
): ScenarioEvidenceFile => ({
  format: 'agentid-evidence/1',
  title,
  feature: 'A feature',
  file: 'features/a.feature',
  rules: [id],
  status: 'passed',
  missing: [],
  steps: [
    { keyword: 'Given', text: 'something was asked before' },
    { keyword: 'When', text: 'something is asked' },
    { keyword: 'Then', text: `the request is refused under rule "${id}"` },
  ],
  observations: [],
  exchanges,
  ...change,
})
const setOf = (...scenarios: readonly ScenarioEvidenceFile[]): EvidenceSet => ({
  index: sampleIndex,
  scenarios,
})
const refused = [exchange(1, 200), exchange(2, 400)]

/** What the comparison says of one rule. */
function compare(id: string, live: EvidenceSet, mock: EvidenceSet) {
  const { rules, elsewhere, counts } = compareEvidence(live, mock, [rule(id)])
  const [told] = rules
  return { ...told, elsewhere, counts }
}

test('a rule whose refusal is the same agrees, and is confirmed', () => {
  const set = setOf(scenario('A', 'T1-AGENT', refused))
  const { verdict, isConfirmed, scenarios, exchanges, counts } = compare('T1-AGENT', set, set)
  assert.deepEqual(
    { verdict, isConfirmed, scenarios, exchanges, counts },
    {
      verdict: 'agreement',
      isConfirmed: true,
      scenarios: 1,
      exchanges: 2,
      counts: { agreement: 1, disagreement: 0, neverObserved: 0 },
    },
  )
})

test('a rule that is refused otherwise disagrees, with the scenarios that show it', () => {
  const live = setOf(
    scenario('A', 'T1-AGENT', [exchange(1, 200), exchange(2, 401)]),
    scenario('B', 'T1-AGENT', [exchange(1, 200), exchange(2, 401)]),
  )
  const mock = setOf(scenario('A', 'T1-AGENT', refused), scenario('B', 'T1-AGENT', refused))
  const { verdict, isConfirmed, differences } = compare('T1-AGENT', live, mock)
  assert.equal(verdict, 'disagreement')
  assert.equal(isConfirmed, false)
  assert.deepEqual(differences, [
    { kind: 'status', where: '', live: '401', mock: '400', scenarios: ['A', 'B'] },
  ])
})

test('a rule that is refused otherwise is confirmed as a refusal, and one that is not refused is not', () => {
  const onTenant = (status: number) => {
    const live = setOf(scenario('A', 'T1-AGENT', [exchange(1, 200), exchange(2, status)]))
    return compare('T1-AGENT', live, setOf(scenario('A', 'T1-AGENT', refused))).isRefusalConfirmed
  }
  assert.equal(onTenant(401), true)
  assert.equal(onTenant(400), true)
  assert.equal(onTenant(200), false)
  assert.equal(onTenant(500), false)
  const prepared = setOf(scenario('A', 'T1-AGENT', [exchange(1, 201), exchange(2, 401)]))
  assert.equal(compare('T1-AGENT', prepared, onMock).isRefusalConfirmed, false)
})

test('a difference on the way is told elsewhere, and nothing is confirmed by that scenario', () => {
  const live = setOf(scenario('A', 'T1-AGENT', [exchange(1, 201), exchange(2, 400)]))
  const told = compare('T1-AGENT', live, setOf(scenario('A', 'T1-AGENT', refused)))
  assert.equal(told.verdict, 'agreement')
  assert.equal(told.isConfirmed, false)
  assert.deepEqual(told.elsewhere, [
    { kind: 'status', where: '', live: '201', mock: '200', scenarios: ['A'] },
  ])
})

for (const status of ['failed', 'observed'] as const) {
  test(`a scenario that ${status} although the answers are alike confirms nothing`, () => {
    const told = compare('T1-AGENT', setOf(scenario('A', 'T1-AGENT', refused, { status })), onMock)
    assert.equal(told.verdict, 'disagreement')
    assert.equal(told.isConfirmed, false)
    assert.deepEqual(told.differences, [
      { kind: 'outcome', where: '', live: status, mock: 'passed', scenarios: ['A'] },
    ])
  })
}

test('a scenario that failed for a difference in its answers is told by that one alone', () => {
  const live = setOf(
    scenario('A', 'T1-AGENT', [exchange(1, 200), exchange(2, 401)], { status: 'failed' }),
  )
  const { differences } = compare('T1-AGENT', live, onMock)
  assert.deepEqual(
    differences?.map(({ kind }) => kind),
    ['status'],
  )
})

const kept = [{ keyword: 'When', text: 'something is asked' }] as const
const onMock = setOf(scenario('A', 'T1-AGENT', refused))
const neverObserved: readonly (readonly [string, EvidenceSet, EvidenceSet, string])[] = [
  ['no scenario is about it', setOf(), setOf(), 'no scenario can test it on such a target'],
  ['the evidence lacks it', setOf(), onMock, 'missing from this evidence'],
  [
    'the scenario was not testable',
    setOf(scenario('A', 'T1-AGENT', [], { status: 'not testable', missing: ['AGENTID_AGENT_ID'] })),
    onMock,
    'AGENTID_AGENT_ID was not set',
  ],
  [
    'this version knows no such scenario',
    setOf(scenario('B', 'T1-AGENT', refused)),
    onMock,
    'this version does not have the scenario',
  ],
  [
    'it was only kept',
    setOf(scenario('A', 'T1-AGENT', [exchange(1, 200)], { steps: kept })),
    setOf(scenario('A', 'T1-AGENT', [exchange(1, 200)], { steps: kept })),
    'only requests that follow the rule were observed',
  ],
  [
    'its scenario ended early',
    setOf(scenario('A', 'T1-AGENT', [exchange(1, 200)], { status: 'failed' })),
    onMock,
    'its scenarios ended before the request they test',
  ],
]
for (const [name, live, mock, reason] of neverObserved) {
  test(`a rule counts as never observed where ${name}`, () => {
    const told = compare('T1-AGENT', live, mock)
    assert.deepEqual([told.verdict, told.reason], ['never observed', reason])
    assert.equal(told.isConfirmed, false)
  })
}

test('requests that differ end the comparison of a scenario', () => {
  const other = { ...exchange(2, 400), request: { ...exchange(2, 400).request, path: '/keys' } }
  const live = setOf(scenario('A', 'T1-AGENT', [exchange(1, 200), other]))
  assert.equal(compare('T1-AGENT', live, onMock).verdict, 'never observed')
})

test('people are told what differs first', () => {
  const live = setOf(scenario('A', 'T1-AGENT', [exchange(1, 200), exchange(2, 401)]))
  const comparison = compareEvidence(live, onMock, [rule('T1-AGENT'), rule('T1-KEY')])
  assert.deepEqual(describeComparison(comparison), [
    'Evidence of 2026-11-23, target live at https://login.microsoftonline.com, compared with the mock.',
    '',
    'Disagreement:',
    '  T1-AGENT  The sentence of T1-AGENT (inferred; refused, in another way)',
    '    status: 401, on the mock 400',
    "      in 'A'",
    '',
    'Never observed:',
    '  no scenario can test it on such a target: T1-KEY',
    '',
    '0 agree, 1 disagree, 1 never observed',
  ])
})
