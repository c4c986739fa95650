import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { keepText } from './keep-text.ts'

test('a character that comes in two chunks is kept', () => {
  const stream = new PassThrough()
  const kept = keepText(stream)
  const bytes = Buffer.from('Zoë')
  for (const chunk of [bytes.subarray(0, 3), bytes.subarray(3)]) stream.emit('data', chunk)
  assert.deepEqual(kept(), { text: 'Zoë', isWhole: true })
})

test('only the beginning is kept of what is too long, and that is told', () => {
  const stream = new PassThrough()
  const kept = keepText(stream, 5)
  for (const chunk of ['one ', 'two', 'three']) stream.emit('data', Buffer.from(chunk))
  assert.deepEqual(kept(), { text: 'one t', isWhole: false })
})
