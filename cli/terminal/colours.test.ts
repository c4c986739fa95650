import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coloursFor } from './colours.ts'
import { entryLines } from './entry.ts'
import { pageFor } from './page.ts'

const terminal = { write: () => undefined, isTTY: true, columns: 100 }

test('a terminal has colours', () => {
  assert.equal(coloursFor(terminal, {}).bad('no'), '\u001b[31mno\u001b[39m')
})

test('NO_COLOR turns colours off', () => {
  assert.equal(coloursFor(terminal, { NO_COLOR: '1' }).bad('no'), 'no')
})

test('an empty NO_COLOR turns nothing off', () => {
  assert.equal(coloursFor(terminal, { NO_COLOR: '' }).bad('no'), '\u001b[31mno\u001b[39m')
})

test('a file or a pipe has no colours and 80 columns', () => {
  const { width, colours } = pageFor({ write: () => undefined, columns: 200 }, {})
  assert.deepEqual([width, colours.title('Title')], [80, 'Title'])
})

test('a page is as wide as its terminal', () => {
  assert.equal(pageFor(terminal, {}).width, 100)
})

test('an entry has its name in a column of its own', () => {
  const page = { ...pageFor({ write: () => undefined }, {}), width: 20 }
  const entry = { name: 'aud', text: 'one two three', aside: 'what it is for' }
  assert.deepEqual(entryLines(entry, page, 4), ['aud   one two three', '      what it is for'])
})

test('a name longer than the column has a line for itself', () => {
  const page = { ...pageFor({ write: () => undefined }, {}), width: 20 }
  assert.deepEqual(entryLines({ name: 'tenant_region', text: 'NA' }, page, 4), [
    'tenant_region',
    '      NA',
  ])
})
