import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Chosen, isChosen } from './filter-rows.ts'

const row = {
  text: 'RETRY-PER-AGENT MUST Throttling of one agent identity does not block another',
  statuses: ['failed', 'passed'],
  severity: 'MUST',
  evidence: 'inferred',
}
const anything: Chosen = { text: '', status: [], severity: [], evidence: [] }

const cases: readonly (readonly [string, Partial<Chosen>, boolean])[] = [
  ['nothing is chosen', {}, true],
  ['one of its statuses is chosen', { status: ['warning', 'passed'] }, true],
  ['none of its statuses is chosen', { status: ['skipped'] }, false],
  ['its severity is chosen', { severity: ['MUST'] }, true],
  ['another severity is chosen', { severity: ['INFO'] }, false],
  ['another kind of evidence is chosen', { evidence: ['documented'] }, false],
  ['every word occurs, in any case', { text: ' throttling  retry' }, true],
  ['a word does not occur', { text: 'throttling cache' }, false],
  ['one group fits and another does not', { status: ['failed'], severity: ['INFO'] }, false],
]

for (const [when, chosen, expected] of cases) {
  test(`a rule is ${expected ? 'shown' : 'hidden'} when ${when}`, () => {
    assert.equal(isChosen(row, { ...anything, ...chosen }), expected)
  })
}
