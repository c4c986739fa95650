import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RefusalRule } from '../rules/index.ts'
import { enforce, openExamination } from './enforce.ts'
import { Refusal } from './refusal.ts'

const aTest = { kind: 'inferred', source: 'a test' } as const
type Facts = { readonly broken: readonly string[] }

const ruleNamed = (id: string): RefusalRule<Facts> => ({
  kind: 'refusal',
  id,
  title: `${id} holds`,
  error: 'invalid_request',
  aadsts: 90023,
  status: 400,
  message: ({ broken }) => `broken: ${broken.join(', ')}`,
  evidence: aTest,
  answerEvidence: aTest,
  broken: ({ broken }) => broken.includes(id),
})
const rules = ['A', 'B', 'C'].map(ruleNamed)

const examine = (...relaxed: string[]) => {
  const lookedAt: string[] = []
  return { lookedAt, isRelaxed: (id: string) => relaxed.includes(id) }
}

test('a request that breaks no rule passes, and every rule was looked at', () => {
  const examination = examine()
  enforce(rules, { broken: [] }, examination)
  assert.deepEqual(examination.lookedAt, ['A', 'B', 'C'])
})

test('the first broken rule refuses, and no rule behind it is looked at', () => {
  const examination = examine()
  assert.throws(
    () => enforce(rules, { broken: ['C', 'B'] }, examination),
    (error) => {
      assert.ok(error instanceof Refusal)
      assert.equal(error.rule.id, 'B')
      assert.equal(error.prose, 'broken: C, B')
      assert.equal(error.message, 'B: broken: C, B')
      return true
    },
  )
  assert.deepEqual(examination.lookedAt, ['A', 'B'])
})

test('a relaxed rule is looked at and refuses nothing', () => {
  const examination = examine('B')
  enforce(rules, { broken: ['B'] }, examination)
  assert.deepEqual(examination.lookedAt, ['A', 'B', 'C'])
})

test('a request that asks no tenant does without the rules waived for all', () => {
  const examination = openExamination(new Set(['A']))
  enforce(rules, { broken: ['A'] }, examination)
  assert.throws(() => enforce(rules, { broken: ['C'] }, examination), { name: 'Refusal' })
})
