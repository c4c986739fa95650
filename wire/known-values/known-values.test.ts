import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { hideInJson } from './hide-in-json.ts'
import { createKnownValues } from './known-values.ts'

const bytes = (text: string) => Buffer.from(text)
const form = (text: string) => new URLSearchParams({ '': text }).toString().slice(1)
const json = (text: string) => JSON.stringify(text).slice(1, -1)
const everyCharacter = (text: string) => bytes(text).toString('hex').replace(/../g, '%$&')
const escaped = (text: string) =>
  [...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in capitals': (text) => text.replace(/[a-z]/g, (char) => char.toUpperCase()),
  'percent-encoded': encodeURIComponent,
  'percent-encoded, every byte': everyCharacter,
  'in a form': form,
  'in JSON': json,
  'in JSON, every character': escaped,
  'in base64': (text) => bytes(text).toString('base64'),
  'in base64 after one character': (text) => bytes(`:${text}`).toString('base64'),
  'in base64url after two characters': (text) => bytes(`a:${text}`).toString('base64url'),
  'in base64 with line ends': (text) =>
    bytes(`lines ${text}`).toString('base64').replace(/.{20}/g, '$&\r\n'),
  'in hexadecimal digits': (text) => bytes(text).toString('hex'),
  'in HTTP Basic within a form': (text) => form(bytes(`id:${form(text)}`).toString('base64')),
  'in a claim of a JWT within a form': (text) =>
    form(bytes(JSON.stringify({ claim: text })).toString('base64url')),
}

/** Printable ASCII, as secrets are. */
const secret = fc.stringMatching(/^[!-~]{16,60}$/)
const around = fc.stringMatching(/^[ -~]{0,20}$/)

for (const [how, encode] of Object.entries(encodings)) {
  test(`a value is found ${how}, among many others`, () =>
    fc.assert(
      fc.property(secret, fc.array(secret), around, around, (value, others, before, after) => {
        const known = createKnownValues([...others, value])
        // Around it stands what belongs to no encoding.
        const text = `${before}|${encode(value)}|${after}`
        assert.ok(known.isIn(text))
        const shown = known.hide(text, '***')
        assert.ok(!createKnownValues([value]).isIn(shown), shown)
      }),
    ))
}

test('a text without a known value stays as it is', () =>
  fc.assert(
    fc.property(fc.array(secret), fc.string(), (values, text) => {
      fc.pre(values.every((value) => !text.includes(value)))
      assert.equal(createKnownValues(values).hide(text, '***'), text)
    }),
  ))

test('values that begin alike are told apart', () => {
  const known = createKnownValues(['secret-of-one', 'secret-of-one-more', 'secret-of-two'])
  assert.equal(known.hide('secret-of-one-more!', '*'), '*!')
  assert.equal(known.hide('secret-of-one-mor', '*'), '*-mor')
  assert.equal(known.hide('secret-of-t', '*'), 'secret-of-t')
})

test('a long value is hidden in parts too', () => {
  const long = 'abcdefghij'.repeat(40)
  assert.equal(createKnownValues([long]).hide(`<${long.slice(0, 128)}>`, '*'), '<*>')
})

test('a GUID beside a secret stays readable', () => {
  const id = '20000000-c0de-4a11-8000-000000000001'
  const known = createKnownValues(['concierge-secret-for-tests-only'])
  assert.equal(known.hide(`${id} concierge-secret-for-tests-only`, '***'), `${id} ***`)
})

test('a JSON value without a known one is the same value', () => {
  const value = { a: ['one', { b: 2 }] }
  const { spansIn } = createKnownValues(['canary-secret'])
  assert.equal(hideInJson(value, spansIn, '***'), value)
})

test('names, texts and numbers of a JSON value are searched, each for itself', () => {
  const { spansIn } = createKnownValues(['canary-secret', '1234567890'])
  const value = { 'canary-secret': ['a canary-secret', 'canary-', 'secret', 1234567890, 7, null] }
  assert.deepEqual(hideInJson(value, spansIn, '***'), {
    '***': ['a ***', 'canary-', 'secret', '***', 7, null],
  })
})

test('what is nested deeply is left out', () => {
  let value: unknown = 'bottom'
  for (let depth = 0; depth < 10_000; depth++) value = [value]
  const shown = JSON.stringify(hideInJson(value, () => [], '***'))
  assert.match(shown, /^\[{64}"nested too deeply to be shown"\]{64}$/)
})
