import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answeredTo, encode } from '../testing/answered.ts'
import { recordOf } from './entry.ts'
import { createJournal } from './journal.ts'
import { createJournals } from './journals.ts'

const request = (clientId: string, scope = 'a') =>
  recordOf(answeredTo({ client_id: clientId, scope }))

test('a journal keeps no more bytes than it may, and counts what it dropped', () => {
  const journal = createJournal({ bytes: 20_000 })
  for (let at = 0; at < 20; at++) journal.add(request('one', 'x'.repeat(1000)))
  assert.equal(journal.dropped() + journal.entries().length, 20)
  assert.ok(journal.entries().length < 7)
  assert.equal(journal.entries().at(-1)?.sequence, 20)
})

test('all journals together keep no more bytes than they may: the oldest goes first', () => {
  const journals = createJournals(20_000)
  const [one, other] = [journals.open(), journals.open()]
  one.add(request('one'))
  for (let at = 0; at < 20; at++) other.add(request('other'))
  assert.deepEqual(one.entries(), [])
  assert.equal(one.dropped(), 1)
  assert.ok(other.entries().length > 2)
})

test('the requests of a client are found in every journal, as long as they are kept', () => {
  const journals = createJournals()
  const [one, other] = [journals.open(), journals.open()]
  const jwt = `${encode({ alg: 'none' })}.${encode({ iss: 'WANTED' })}.c2lnbmF0dXJl`
  one.add(request('wanted'))
  one.add(request('another'))
  other.add(recordOf(answeredTo({ client_assertion: jwt })))
  assert.equal(journals.ofClient('Wanted').length, 2)
  assert.equal(journals.ofClient('wanted', other).length, 1)
  journals.strays.add(request('wanted'))
  one.clear()
  assert.equal(journals.ofClient('wanted').length, 2)
})

test('what is too long for the journal is cut, and the entry says so', () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`p${at}`, 'x']))
  const entry = recordOf(answeredTo({ scope: 'x'.repeat(100_000), ...many }))()
  assert.equal(entry.parameters.scope?.length, 1000)
  assert.deepEqual(entry.cut, [
    '1000 of 100000 characters of scope are kept',
    '101 more parameters are left out',
  ])
})
