import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { traceId } from '../testing/mock-world.ts'
import { createJournal, type JournalRecord } from './journal.ts'

const recordOf = (path: string): JournalRecord => {
  const entry = {
    tenantId: undefined,
    endpoint: 'token' as const,
    host: 'localhost',
    query: {},
    contentType: undefined,
    repeatedParameters: [],
    credentials: [],
    basicClientId: undefined,
    credentialsInUrl: [],
    expiresIn: undefined,
    time: '2026-11-23T12:00:00.000Z',
    method: 'POST',
    path,
    httpStatus: 200,
    traceId,
    correlationId: traceId,
    userAgent: undefined,
    parameters: {},
    assertion: undefined,
    stage: 'issued' as const,
    rulesLookedAt: [],
    outcome: { fault: 200, description: 'answered 200' },
  }
  return () => entry
}

test('entries are numbered from 1 and read oldest first', () => {
  const journal = createJournal()
  for (const path of ['/a', '/b']) journal.add(recordOf(path))
  assert.deepEqual(
    journal.entries().map(({ sequence, path }) => [sequence, path]),
    [
      [1, '/a'],
      [2, '/b'],
    ],
  )
})

test('a journal that was cleared starts again at 1', () => {
  const journal = createJournal()
  journal.add(recordOf('/a'))
  journal.clear()
  assert.deepEqual(journal.entries(), [])
  journal.add(recordOf('/b'))
  assert.equal(journal.entries()[0]?.sequence, 1)
})

test('500 requests are kept unless another number is named', () => {
  const journal = createJournal()
  for (let at = 1; at <= 501; at++) journal.add(recordOf(`/${at}`))
  const entries = journal.entries()
  assert.equal(entries.length, 500)
  assert.equal(entries[0]?.sequence, 2)
  assert.equal(entries.at(-1)?.path, '/501')
})

test('each entry is read with the arrival under which it was added', () => {
  const journal = createJournal({ capacity: 2 })
  for (const arrival of [3, 7, 9]) journal.add(recordOf(`/${arrival}`), arrival)
  assert.deepEqual(
    journal.arrivals().map(({ arrival, entry }) => [arrival, entry.sequence, entry.path]),
    [
      [7, 2, '/7'],
      [9, 3, '/9'],
    ],
  )
})

test('an entry is written out only when somebody reads it', () => {
  let written = 0
  const journal = createJournal()
  journal.add(() => {
    written += 1
    return recordOf('/a')()
  })
  assert.equal(written, 0)
  journal.entries()
  assert.equal(written, 1)
})

test('a journal keeps what a list cut to its capacity keeps', () => {
  const act = fc.oneof(fc.constant('clear' as const), fc.stringMatching(/^[a-z]{1,3}$/))
  const acts = fc.array(act, { maxLength: 40 })
  return fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), acts, (capacity, done) => {
      const journal = createJournal({ capacity })
      let model: string[] = []
      for (const one of done) {
        if (one === 'clear') journal.clear()
        else journal.add(recordOf(one))
        model = one === 'clear' ? [] : [...model, one]
        const kept = model.map((path, at) => [at + 1, path]).slice(-capacity)
        assert.deepEqual(
          journal.entries().map(({ sequence, path }) => [sequence, path]),
          kept,
        )
      }
    }),
  )
})
