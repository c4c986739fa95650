import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findRule } from '../../mock-idp/index.ts'
import { nobody } from '../token-kinds.ts'
import { catchBrokenProviders } from './catch-broken-providers.ts'
import { brokenProviders } from './index.ts'

const quiet = () => {}

describe('broken identity providers', () => {
  it('are at least 40, each with a name of its own', () => {
    const names = brokenProviders.map(({ name }) => name)
    assert.ok(names.length >= 40, `only ${names.length}`)
    assert.equal(new Set(names).size, names.length)
  })

  it('name rules that exist', () => {
    for (const id of brokenProviders.flatMap(({ breaks }) => breaks)) assert.ok(findRule(id), id)
  })

  it('are caught by a scenario of a rule that they break', async () => {
    let written = ''
    const write = (text: string) => {
      written += text
    }
    const fault = brokenProviders.filter(({ name }) => name === 'T2 lacks its parent')
    const score = await catchBrokenProviders(write, fault)
    assert.deepEqual(score, { caught: 1, total: 1, misses: [] })
    assert.equal(written, 'broken identity providers: caught 1 of 1\n')
  })

  it('escape where they have no fault', async () => {
    const faultless = { name: 'faultless', breaks: ['TOKEN-T2'], options: {} }
    const { caught, misses } = await catchBrokenProviders(quiet, [faultless])
    assert.equal(caught, 0)
    assert.deepEqual(misses, ['faultless: no scenario of TOKEN-T2 failed'])
  })

  it('are not looked for where no scenario is about the rule', async () => {
    const stray = { name: 'stray', breaks: [nobody], options: {} }
    await assert.rejects(catchBrokenProviders(quiet, [stray]), /no scenario is about 00000000-/)
  })
})
