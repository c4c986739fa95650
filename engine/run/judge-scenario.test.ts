import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ClientRule, rules } from '../../mock-idp/index.ts'
import { referenceClient as client } from '../clients/reference.ts'
import { Difference } from '../outcomes/difference.ts'
import { judgeScenario } from './judge-scenario.ts'

function ruleThat(severity: 'MUST' | 'SHOULD'): string {
  const found = rules.find(
    (rule): rule is ClientRule => rule.kind === 'client' && rule.severity === severity,
  )
  assert.ok(found)
  return found.id
}

const [must, should] = [ruleThat('MUST'), ruleThat('SHOULD')]
const difference = new Difference('the number of requests', '2', '3')
const finding = { check: must, severity: 'MUST', message: 'm', expected: 'e', actual: 'a' } as const
const outcome = (shown: object, judging = {}) =>
  judgeScenario({ name: 'S', rules: [must], ...shown }, { client, ...judging }).outcome

describe('a scenario about a client', () => {
  it('passes where nothing differs', () => assert.equal(outcome({}), 'passed'))
  it('fails where a MUST is broken', () => assert.equal(outcome({ difference }), 'failed'))

  it('passes where a SHOULD is broken, and tells of it', () => {
    const judged = judgeScenario({ name: 'S', rules: [should], difference }, { client })
    assert.equal(judged.outcome, 'passed')
    assert.match(judged.reason, new RegExp(`^${should} \\(warning\\): the number of requests`))
  })

  it('fails by a request that breaks the rule of another scenario', () =>
    assert.equal(outcome({ rules: [should], findings: [finding] }), 'failed'))

  it('passes where the failure is expected', () => {
    const expectedFailures = [{ check: must, reason: 'known' }]
    assert.equal(outcome({ difference }, { expectedFailures }), 'passed')
  })

  it('is skipped where its rule is not judged', () => {
    const skip = [{ check: must, reason: 'no such machine' }]
    assert.deepEqual(judgeScenario({ name: 'S', rules: [must] }, { client, skip }), {
      outcome: 'skipped',
      reason: `${must} (skipped): no such machine`,
    })
  })
})
