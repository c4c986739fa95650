import assert from 'node:assert/strict'
import { it } from 'node:test'
import { longestFirst } from './longest-first.ts'

it('starts with the features in which a client is waited for', () => {
  const files = ['sending', 'waiting', 'input'].map((name) => `features/client/${name}.feature`)
  assert.deepEqual(longestFirst(files), [
    'features/client/waiting.feature',
    'features/client/sending.feature',
    'features/client/input.feature',
  ])
})
