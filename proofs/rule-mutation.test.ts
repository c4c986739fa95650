import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findRule, type Rule, rules } from '../mock-idp/index.ts'
import { brokenPromises } from './broken-promises.ts'
import { ruleMutation } from './rule-mutation.ts'

const named = (...ids: string[]) => ids.flatMap((id) => findRule(id) ?? [])

describe('rule mutation', () => {
  it('kills a waived refusal and a broken promise', async () => {
    let written = ''
    const write = (text: string) => {
      written += text
    }
    const score = await ruleMutation(write, named('T1-AGENT', 'TOKEN-AGENT'))
    assert.deepEqual(score, { killed: 2, total: 2, survivors: [] })
    assert.equal(written, 'rule mutation: killed 2 of 2\n')
  })

  it('lets a rule live that no scenario is about', async () => {
    const [agent] = named('T1-AGENT')
    const stray = { ...agent, id: 'T1-STRAY' } as Rule
    const { survivors } = await ruleMutation(() => {}, [stray])
    assert.match(survivors.join(), /T1-STRAY .*no scenario is about it/)
  })

  it('knows how to break every promise', () => {
    const promises = rules.filter(({ kind }) => kind === 'promise').map(({ id }) => id)
    assert.deepEqual(Object.keys(brokenPromises).sort(), promises.sort())
  })
})
