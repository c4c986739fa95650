import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaOf } from './check-area.ts'

test('the first word of a check id names its area', () => {
  assert.deepEqual(areaOf('RETRY-2'), { prefix: 'RETRY', name: 'Retrying and throttling' })
  assert.deepEqual(areaOf('T1-ISSUER'), { prefix: 'T1', name: 'The first token, T1' })
})

test('an area without a name is called by its prefix', () => {
  assert.deepEqual(areaOf('NEW-7'), { prefix: 'NEW', name: 'NEW' })
  assert.deepEqual(areaOf(''), { prefix: '', name: '' })
})
