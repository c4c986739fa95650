import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { isMultipart, isUrlEncoded, parseMultipart, parseUrlEncoded } from './parse-form.ts'

/** Text that UTF-8 can carry. */
const text = fc.string({ unit: 'grapheme' })

test('any body is read without an error', () => {
  return fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (body) => {
      assert.ok(parseUrlEncoded(body).parameters instanceof Map)
    }),
  )
})

test('what URLSearchParams encodes comes back', () => {
  return fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(text, text), { selector: ([name]) => name }), (entries) => {
      assert.deepEqual(parseUrlEncoded(String(new URLSearchParams(entries))), {
        parameters: new Map(entries),
        repeated: [],
        malformedParameter: undefined,
      })
    }),
  )
})

test('a repeated parameter is found wherever it stands, and its first value is kept', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,8}$/), { minLength: 1 })
  return fc.assert(
    fc.property(names, fc.nat(), (unique, at) => {
      const repeated = unique[at % unique.length] ?? ''
      const body = [...unique.map((name) => `${name}=first`), `${repeated}=second`].join('&')
      const form = parseUrlEncoded(body)
      assert.deepEqual(form.repeated, [repeated])
      assert.equal(form.parameters.get(repeated), 'first')
    }),
  )
})

test('every repetition is named, in the order of the form', () => {
  const { repeated } = parseUrlEncoded('b=1&a=1&a=2&b=2&a=3')
  assert.deepEqual(repeated, ['a', 'b', 'a'])
})

test('a broken escape is found wherever it stands, and its parameter is named', () => {
  const broken = fc.constantFrom('%', '%4', '%zz', '%4g', '%%', '% 1')
  return fc.assert(
    fc.property(text, broken, text, (before, brokenEscape, after) => {
      const body = `a=${encodeURIComponent(before)}${brokenEscape}&b=${encodeURIComponent(after)}`
      assert.equal(parseUrlEncoded(body).malformedParameter, 'a')
    }),
  )
})

test('bytes that are not UTF-8 are found, and their parameter is named', () => {
  assert.equal(parseUrlEncoded('a=1&scope=%ff%fe').malformedParameter, 'scope')
  assert.equal(parseUrlEncoded('a=%c3').malformedParameter, 'a')
})

test('a plus sign is a space, and an encoded plus sign is a plus sign', () => {
  assert.deepEqual([...parseUrlEncoded('scope=a+b%2Bc').parameters], [['scope', 'a b+c']])
})

test('an empty body has no parameters', () => {
  assert.deepEqual(parseUrlEncoded(''), {
    parameters: new Map(),
    repeated: [],
    malformedParameter: undefined,
  })
})

test('a media type is recognized in any letter case and with parameters', () => {
  assert.ok(isUrlEncoded('Application/X-WWW-Form-UrlEncoded; charset=utf-8'))
  assert.ok(isUrlEncoded('application/x-www-form-urlencoded'))
  assert.ok(isMultipart('Multipart/Form-Data; boundary=x'))
  assert.equal(isUrlEncoded('application/json'), false)
  assert.equal(isUrlEncoded(''), false)
  assert.equal(isMultipart('multipart/mixed; boundary=x'), false)
})

async function multipart(form: FormData) {
  const request = new Response(form)
  return parseMultipart(await request.text(), request.headers.get('content-type') ?? '')
}

test('what FormData encodes comes back', async () => {
  const form = new FormData()
  form.append('scope', 'api://AzureADTokenExchange/.default')
  form.append('name', 'Zoë & söhne = ✓')
  assert.deepEqual(await multipart(form), {
    parameters: new Map([
      ['scope', 'api://AzureADTokenExchange/.default'],
      ['name', 'Zoë & söhne = ✓'],
    ]),
    repeated: [],
    malformedParameter: undefined,
  })
})

test('a repeated part is found', async () => {
  const form = new FormData()
  form.append('scope', 'first')
  form.append('scope', 'second')
  const { repeated, parameters } = await multipart(form)
  assert.deepEqual(repeated, ['scope'])
  assert.equal(parameters.get('scope'), 'first')
})

test('a multipart body that does not fit its boundary is malformed', async () => {
  const form = await parseMultipart('no parts here', 'multipart/form-data; boundary=x')
  assert.deepEqual(form, {
    parameters: new Map(),
    repeated: [],
    malformedParameter: 'body',
  })
})

test('any multipart body is read without an error', async () => {
  const contentType = fc.constantFrom('multipart/form-data', 'multipart/form-data; boundary=x')
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), contentType, async (body, type) => {
      assert.ok((await parseMultipart(body, type)).parameters instanceof Map)
    }),
  )
})
