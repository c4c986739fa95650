import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cataloguedEvidence, type EvidenceOf, evidenceOn } from '../../mock-idp/index.ts'
import { isLenient } from './leniency.ts'

const about = (rule: string) => ({
  tags: [{ name: `@rule:${rule}` }],
  steps: [{ text: `the request is refused under rule "${rule}"` }],
})
const observed = [{ rule: 'FMI-KNOWN', day: '2026-08-25', scenarios: 1, exchanges: 2 }]
const on =
  (day: string): EvidenceOf =>
  (rule) =>
    evidenceOn(rule, day, observed)

test('a tenant may leave out a refusal that no source shows, and only a tenant may', () => {
  assert.equal(isLenient(about('FMI-KNOWN'), 'live', cataloguedEvidence), true)
  assert.equal(isLenient(about('ASSERT-TYPE-PRESENT'), 'live', cataloguedEvidence), true)
  assert.equal(isLenient(about('FMI-KNOWN'), 'in-process', cataloguedEvidence), false)
})

test('no tenant may leave out a refusal that a standard demands, though nobody saw the answer', () => {
  for (const rule of [
    'T1-SIGNATURE',
    'T1-EXPIRED',
    'T1-AGENT',
    'CRED-AGENT-SECRET',
    'ASSERT-TYPE',
  ]) {
    assert.equal(isLenient(about(rule), 'live', cataloguedEvidence), false, rule)
  }
})

test('once a live tenant kept the rule, a difference is a failure, as long as that counts', () => {
  assert.equal(isLenient(about('FMI-KNOWN'), 'live', on('2026-11-23')), false)
  assert.equal(isLenient(about('FMI-KNOWN'), 'live', on('2026-11-24')), true)
})
