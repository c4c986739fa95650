import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readEvents } from './read-events.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function eventsOf(...chunks: readonly string[]) {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(bytes(chunk))
      controller.close()
    },
  })
  const events: unknown[] = []
  for await (const event of readEvents(body)) events.push(event)
  return events
}

test('events are read however they are cut', async () => {
  const one = { event: 'message', data: 'a' }
  assert.deepEqual(await eventsOf('data: a\n\ndata: a\n\n'), [one, one])
  assert.deepEqual(await eventsOf('da', 'ta: a\n', '\nda'), [one])
  assert.deepEqual(await eventsOf('event: missed\r\ndata: 3\r\n\r\n'), [
    { event: 'missed', data: '3' },
  ])
  assert.deepEqual(await eventsOf('data: a\ndata:b\n\n'), [{ event: 'message', data: 'a\nb' }])
})

test('a signal ends them while none comes', async () => {
  const ending = new AbortController()
  const silent = new ReadableStream<Uint8Array>()
  const reading = readEvents(silent, ending.signal).next()
  ending.abort()
  assert.deepEqual(await reading, { done: true, value: undefined })
})
