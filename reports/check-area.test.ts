import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules } from '../mock-idp/index.ts'
import { areaOf } from './check-area.ts'

test('the first word of a check id names its area', () => {
  assert.deepEqual(areaOf('RETRY-PER-AGENT'), { prefix: 'RETRY', name: 'Retrying and throttling' })
  assert.deepEqual(areaOf('T1-ISSUER'), { prefix: 'T1', name: 'The first token, T1' })
})

test('every rule about clients has an area with a name', () => {
  for (const { id } of rules.filter(({ kind }) => kind === 'client')) {
    const { prefix, name } = areaOf(id)
    assert.notEqual(name, prefix, id)
  }
})

test('an area without a name is called by its prefix', () => {
  assert.deepEqual(areaOf('NEW-RULE'), { prefix: 'NEW', name: 'NEW' })
  assert.deepEqual(areaOf(''), { prefix: '', name: '' })
})
