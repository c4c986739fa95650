import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { seal, unseal } from './seal.ts'

const place = ['tenant', 'users', 'ada']

it('what was sealed is unsealed', () => {
  fc.assert(
    fc.property(fc.json(), (value) => unseal(seal(value, place), place) === value),
    {
      // A row holds an object.
      numRuns: 100,
      examples: [['{}']],
    },
  )
})

it('one flipped bit is found, wherever it is', () => {
  const text = seal('{"displayName":"Ada"}', place)
  for (let bit = 0; bit < text.length * 8; bit += 1) {
    const bytes = Buffer.from(text)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    assert.throws(() => unseal(bytes.toString('latin1'), place), TypeError)
  }
})

it('a value that stands in another row is found', () => {
  const text = seal('{}', place)
  assert.throws(() => unseal(text, ['tenant', 'users', 'uma']), TypeError)
  assert.throws(() => unseal(text, ['tenant', 'usersada']), TypeError)
})

it('a value without a seal is found', () => {
  for (const text of ['{}', '', '0123456789abcdef', 'null']) {
    assert.throws(() => unseal(text, place), TypeError)
  }
})
