import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRule } from '../index.ts'
import { currentIdOf, formerIds } from './former-ids.ts'
import { clientRules } from './index.ts'

test('every former id was that of one rule about clients, which has another name today', () => {
  for (const [former, current] of formerIds) {
    assert.match(former, /^[A-Z][A-Z0-9]*-\d+$/)
    assert.equal(findRule(former), undefined, former)
    assert.equal(findRule(current)?.kind, 'client', former)
  }
  assert.equal(new Set(formerIds.values()).size, formerIds.size)
})

test('every rule that had a number has its former id in the table', () => {
  const named = new Set(formerIds.values())
  const numbered = clientRules.filter(({ id }) => named.has(id))
  assert.equal(formerIds.size, 43)
  assert.equal(numbered.length, 43)
})

test('a former id is found in any letter case; what was never an id is not', () => {
  assert.equal(currentIdOf('RETRY-2'), 'RETRY-PER-AGENT')
  assert.equal(currentIdOf('retry-2'), 'RETRY-PER-AGENT')
  assert.equal(currentIdOf('CACHE-3'), undefined)
  assert.equal(currentIdOf('RETRY-PER-AGENT'), undefined)
})
