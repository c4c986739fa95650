import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createLineReader } from './read-lines.ts'

function read(chunks: readonly string[], most = 1000) {
  const lines: string[] = []
  let floods = 0
  const reader = createLineReader(most, {
    onLine: (line) => lines.push(line),
    onFlood: () => {
      floods += 1
    },
  })
  for (const chunk of chunks) reader(chunk)
  return { lines, floods }
}

describe('reading lines', () => {
  it('gives the same lines wherever the chunks were cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '\n', 'é') })), (chunks) => {
        assert.deepEqual(read(chunks).lines, chunks.join('').split('\n').slice(0, -1))
      }),
    )
  })

  it('sees a line that is too long, with or without its end', () => {
    assert.equal(read(['a'.repeat(6), 'a'.repeat(6)], 10).floods, 1)
    assert.equal(read([`ok\n${'a'.repeat(11)}\n`], 10).floods, 1)
    assert.equal(read([`ok\n${'a'.repeat(11)}`], 10).floods, 1)
    assert.equal(read([`ok\n${'a'.repeat(10)}\n`], 10).floods, 0)
  })
})
