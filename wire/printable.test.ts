import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { printable, printableData, printableLines } from './printable.ts'

test('spells out what would steer a terminal', () => {
  assert.equal(printable('a\u001b[31mb\r\nc'), 'a\\u001b[31mb\\u000d\\u000ac')
  assert.equal(
    printable('\u001b]0;title\u0007\u009b2J\u007f'),
    '\\u001b]0;title\\u0007\\u009b2J\\u007f',
  )
})

test('spells out marks that reorder what is read', () => {
  assert.equal(printable('a\u202eb\u200bc\u2066d\u061ce'), 'a\\u202eb\\u200bc\\u2066d\\u061ce')
})

test('spells out what cannot be seen', () => {
  assert.equal(printable('\u00ad\u3164\u{e0041}\ufffe'), '\\u00ad\\u3164\\udb40\\udc41\\ufffe')
})

test('leaves ordinary text of any language as it is', () => {
  const text = 'Zoë 東京 🙂 ❤️ العربية ::1 # ## a::b'
  assert.equal(printable(text), text)
})

test('leaves lines and tabs in text of several lines', () => {
  assert.equal(printableLines('a\tb\r\nc\rd\u001b'), 'a\tb\nc\\u000dd\\u001b')
})

test('no line is a command to the runner of a job', () => {
  assert.equal(printable('::error::wrong'), '\\u003a:error::wrong')
  assert.equal(
    printableLines('a\n  ::add-mask::b\n##[group]c'),
    'a\n  \\u003a:add-mask::b\n\\u0023#[group]c',
  )
})

test('encodes every text of data, names of members too', () => {
  const data = { 'a\u001b': ['b\u202e', 1, null, { c: undefined }], d: 'e\nf' }
  assert.deepEqual(printableData(data), {
    'a\\u001b': ['b\\u202e', 1, null, { c: undefined }],
    d: 'e\nf',
  })
})

test('JSON keeps its meaning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = printableLines(JSON.stringify({ text }, null, 2))
      assert.equal(JSON.parse(shown).text, text)
    }),
  )
})

test('nothing unprintable is left, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(printable(text), /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
    }),
  )
})
