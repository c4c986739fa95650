import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readJwt } from './jwt.ts'

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

test('no text makes it throw', () => {
  const part = fc.oneof(fc.string(), fc.json().map(encode), fc.constant(header))
  const property = fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
    readJwt(parts.join('.'))
  })
  fc.assert(property)
})
