import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordSample } from '../testing/sample-exchange.ts'
import { buildEvidence, type ScenarioFacts } from './build.ts'

const run = {
  day: '2026-11-23',
  tool: { name: 'agentid-conformance', version: '0.1.0' },
  target: { kind: 'live', authority: 'private', credential: 'x', variables: [] },
} as const
const facts: ScenarioFacts = {
  title: 'A blueprint gets T1',
  feature: 'Obtaining T1',
  file: 'features/blueprint/obtaining-t1.feature',
  place: 'sample',
  rules: ['TOKEN-T1'],
  status: 'passed',
  reason: '',
  steps: [],
  observations: [],
}

test('files are named by feature and scenario, in an order that does not depend on the run', async () => {
  const recorder = await recordSample()
  const scenarios = [
    { ...facts, title: 'B' },
    { ...facts, title: 'A: of 2, "one"' },
    { ...facts, title: 'a of 2 one' },
    { ...facts, file: 'features\\agent-identity\\agent-token.feature' },
  ]
  const { index } = buildEvidence(run, scenarios, recorder)
  assert.deepEqual(
    index.scenarios.map(({ file }) => file),
    [
      'scenarios/agent-identity/agent-token/a-blueprint-gets-t1.json',
      'scenarios/blueprint/obtaining-t1/a-of-2-one.json',
      'scenarios/blueprint/obtaining-t1/b.json',
      'scenarios/blueprint/obtaining-t1/a-of-2-one-2.json',
    ],
  )
  assert.deepEqual(buildEvidence(run, [...scenarios].reverse(), recorder).index, index)
})

test('of a reason only the names of variables are kept', async () => {
  const reason = 'AGENTID_OTHER_AGENT_ID is not set, says Jane Doe'
  const { scenarios } = buildEvidence(
    run,
    [{ ...facts, status: 'not testable', reason }],
    await recordSample(),
  )
  assert.deepEqual(scenarios[0]?.missing, ['AGENTID_OTHER_AGENT_ID'])
  assert.ok(!JSON.stringify(scenarios).includes('Jane'))
})

test('an observation keeps rules, numbers and statuses, and no value of the tenant', async () => {
  const text =
    'the request is refused under rule T1-AGENT (inferred): aadsts: expected 7002137, got 700213 (401, invalid_client, AADSTS700213, Contoso Legal)'
  const { scenarios } = buildEvidence(
    run,
    [{ ...facts, status: 'observed', observations: [text] }],
    await recordSample(),
  )
  assert.equal(scenarios[0]?.status, 'observed')
  assert.deepEqual(scenarios[0]?.observations, [
    'the request is refused under rule T1-AGENT (inferred): aadsts: expected 7002137, got 700213 (401, invalid_client, AADSTS700213, shape:text(1-16) shape:text(1-16))',
  ])
})
