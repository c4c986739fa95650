import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules } from '../../mock-idp/index.ts'
import { adviceFor, advisedRules } from './advice.ts'
import { nearestRules } from './nearest-rules.ts'

const ids = rules.map(({ id }) => id)

test('every rule that refuses, or judges a client, has advice', () => {
  const needed = rules.filter(({ kind }) => kind === 'refusal' || kind === 'client')
  const without = needed.filter(({ id }) => adviceFor(id) === undefined)
  assert.deepEqual(
    without.map(({ id }) => id),
    [],
  )
})

test('every advice has a rule', () => {
  assert.deepEqual(
    advisedRules.filter((id) => !ids.includes(id)),
    [],
  )
})

test('a mistyped rule has its nearest rules', () => {
  assert.deepEqual(nearestRules('t1-agnt', ids).slice(0, 1), ['T1-AGENT'])
  assert.deepEqual(nearestRules('cred-secrt', ids).slice(0, 1), ['CRED-SECRET'])
})

test('what resembles no rule has none', () => {
  assert.deepEqual(nearestRules('zzzzzzzz', ids), [])
})
