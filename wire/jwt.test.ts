import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isBase64url, readJwt } from './jwt.ts'

const encode = (text: string) => Buffer.from(text).toString('base64url')
const header = encode('{"alg":"RS256"}')

test('header, claims and signature are read', () => {
  assert.deepEqual(readJwt(`${header}.${encode('{"sub":"ä"}')}.c2ln`), {
    header: { alg: 'RS256' },
    claims: { sub: 'ä' },
    signature: 'c2ln',
  })
})

test('an unsigned token has an empty signature', () => {
  assert.equal(readJwt(`${header}.${encode('{}')}.`)?.signature, '')
})

test('what is no compact JWT of two objects is none', () => {
  for (const text of [
    '',
    header,
    `${header}.${header}`,
    `${header}.${header}.s.t`,
    `${header}.${encode('[]')}.s`,
    `${header}.${encode('null')}.s`,
    `${header}.${encode('{')}.s`,
    `${header}.a b.s`,
    `.${header}.s`,
  ]) {
    assert.equal(readJwt(text), undefined, text)
  }
})

const bytes = (...values: readonly number[]) => Buffer.from(values).toString('base64url')

test('parts that other readers let pass are none', () => {
  const padded = Buffer.from('{"a":1}').toString('base64')
  for (const [what, part] of [
    ['padding', padded],
    ['bits behind the last byte', padded.replace('fQ==', 'fR')],
    ['white space around', `${header} `],
    ['a line break', `${header.slice(0, 4)}\n${header.slice(4)}`],
    ['a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d)],
    ['bytes that are no UTF-8', bytes(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)],
    ['5000 lists in each other', encode(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`)],
  ] as const) {
    assert.equal(readJwt(`${part}.${header}.s`), undefined, what)
    assert.equal(readJwt(`${header}.${part}.s`), undefined, what)
  }
})

test('base64url is what encoding some bytes makes, and nothing else', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w+/= -]{0,9}$/), (text) => {
      assert.equal(isBase64url(text), Buffer.from(text, 'base64url').toString('base64url') === text)
    }),
  )
})

test('no text makes it throw', () => {
  const part = fc.oneof(fc.string(), fc.json().map(encode), fc.constant(header))
  const property = fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
    readJwt(parts.join('.'))
  })
  fc.assert(property)
})
