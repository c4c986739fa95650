import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cataloguedEvidence, type EvidenceOf, evidenceOn } from '../../mock-idp/index.ts'
import { isLenient } from './leniency.ts'

const about = (rule: string) => ({
  tags: [{ name: `@rule:${rule}` }],
  steps: [{ text: `the request is refused under rule "${rule}"` }],
})
const observed = [{ rule: 'T1-SIGNATURE', day: '2026-08-25', scenarios: 1, exchanges: 2 }]
const on =
  (day: string): EvidenceOf =>
  (rule) =>
    evidenceOn(rule, day, observed)

test('a difference under an inferred rule is an observation, on a live target alone', () => {
  assert.equal(isLenient(about('T1-SIGNATURE'), 'live', cataloguedEvidence), true)
  assert.equal(isLenient(about('T1-SIGNATURE'), 'in-process', cataloguedEvidence), false)
  assert.equal(isLenient(about('CRED-SECRET'), 'live', cataloguedEvidence), false)
})

test('once a live tenant kept the rule, a difference is a failure, as long as that counts', () => {
  assert.equal(isLenient(about('T1-SIGNATURE'), 'live', on('2026-11-23')), false)
  assert.equal(isLenient(about('T1-SIGNATURE'), 'live', on('2026-11-24')), true)
})
