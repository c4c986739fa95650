import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exitCodeOf, fails } from './verdict.ts'

const clientWith = (severity: 'MUST' | 'SHOULD' | 'INFO') => {
  const finding = { check: 'X', severity, message: '', expected: '', actual: '', requests: [] }
  const counts = { tokenRequests: 1, steps: [], tokensIssued: 1 }
  return [{ clientId: 'a', known: undefined, ...counts, findings: [finding] }]
}

for (const [severity, strict, expected] of [
  ['MUST', false, true],
  ['SHOULD', false, false],
  ['SHOULD', true, true],
  ['INFO', true, false],
] as const) {
  test(`a ${severity} finding ${expected ? 'fails' : 'does not fail'}${strict ? ', strictly' : ''}`, () => {
    assert.equal(fails(clientWith(severity), strict), expected)
  })
}

test('every verdict has its exit code', () => {
  assert.deepEqual(exitCodeOf, {
    conforms: 0,
    'does not conform': 1,
    'could not be judged': 2,
  })
})
