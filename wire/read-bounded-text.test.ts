import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBoundedText } from './read-bounded-text.ts'

test('a body is read whole, across characters cut in two', async () => {
  const bytes = new TextEncoder().encode('né')
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(bytes.slice(0, 2))
      controller.enqueue(bytes.slice(2))
      controller.close()
    },
  })
  assert.equal(await readBoundedText(new Response(body)), 'né')
})

test('no body is no text', async () => {
  assert.equal(await readBoundedText(new Response(null)), '')
})

test('a body without end is given up after 1 MiB, and the sender is told', async () => {
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    cancel: () => {
      cancelled = true
    },
  })
  assert.equal(await readBoundedText(new Response(body)), undefined)
  assert.equal(cancelled, true)
})
