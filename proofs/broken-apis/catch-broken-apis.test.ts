import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apiRules } from '../../mock-idp/rules/api-rules/index.ts'
import { catchBrokenApis } from './catch-broken-apis.ts'
import { brokenApis } from './index.ts'
import { edited } from './write-broken-api.ts'

describe('broken APIs', () => {
  it('are at least 50, each with a name of its own', () => {
    const names = brokenApis.map(({ name }) => name)
    assert.ok(names.length >= 50, `only ${names.length}`)
    assert.equal(new Set(names).size, names.length)
  })

  it('break every rule about APIs, and no other', () => {
    const broken = new Set(brokenApis.flatMap(({ breaks }) => breaks))
    assert.deepEqual([...broken].sort(), apiRules.map(({ id }) => id).sort())
  })

  it('are the reference API with edits that fit', () => {
    assert.equal(edited('one two', [['two', 'three']]), 'one three')
    assert.throws(() => edited('one one', [['one', 'two']]), /2 places with: one/)
  })

  it('are caught by the rule that they break', async () => {
    const fault = brokenApis.filter(({ name }) => name === 'takes a token from the query')
    const { caught, misses } = await catchBrokenApis(fault, { everyNth: Infinity })
    assert.deepEqual({ caught, misses }, { caught: 1, misses: [] })
  })

  it('escape where they have no fault', async () => {
    const faultless = { name: 'faultless', breaks: ['API-ROLE'], for: 'everybody' } as const
    const { caught, misses } = await catchBrokenApis([faultless], { everyNth: Infinity })
    assert.equal(caught, 0)
    assert.deepEqual(misses, ['faultless: no scenario of API-ROLE failed'])
  })
})
