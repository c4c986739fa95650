import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { parseBasic } from './parse-basic.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
/** RFC 6749 appendix B: a value as it stands in a form. */
const formEncode = (text: string) => String(new URLSearchParams([['', text]])).slice(1)

test('any header is read without an error', () => {
  return fc.assert(fc.property(fc.string({ unit: 'binary' }), (header) => void parseBasic(header)))
})

test('any credentials behind the scheme are read without an error', () => {
  return fc.assert(fc.property(fc.base64String(), (encoded) => void parseBasic(`Basic ${encoded}`)))
})

test('what RFC 6749 section 2.3.1 encodes comes back', () => {
  const text = fc.string({ unit: 'grapheme' })
  return fc.assert(
    fc.property(text, text, (clientId, secret) => {
      const header = `Basic ${base64(`${formEncode(clientId)}:${formEncode(secret)}`)}`
      assert.deepEqual(parseBasic(header), { clientId, secret })
    }),
  )
})

test('a secret that was sent as it is, with colons in it, is kept whole', () => {
  assert.deepEqual(parseBasic(`Basic ${base64('client:a:b~c.d')}`), {
    clientId: 'client',
    secret: 'a:b~c.d',
  })
})

test('what does not decode counts as it stands', () => {
  assert.deepEqual(parseBasic(`Basic ${base64('client:50%off')}`), {
    clientId: 'client',
    secret: '50%off',
  })
})

test('the scheme is recognized in any letter case', () => {
  const expected = { clientId: 'a', secret: 'b' }
  for (const scheme of ['basic', 'BASIC', 'Basic ']) {
    assert.deepEqual(parseBasic(`${scheme} ${base64('a:b')}`), expected)
  }
})

const noCredentials = [
  undefined,
  '',
  'Basic',
  'Basic ',
  `Bearer ${base64('a:b')}`,
  `Basic ${base64('no colon')}`,
  'Basic *',
  'Basic a',
]

for (const header of noCredentials) {
  test(`${JSON.stringify(header)} holds no credentials`, () => {
    assert.equal(parseBasic(header), undefined)
  })
}
