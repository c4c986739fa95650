import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { redact } from './redact.ts'

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')

/** Long and mixed enough not to be part of the words around it. */
const secret = fc.string({ minLength: 12, maxLength: 60, unit: 'binary' })

test('a secret never survives, wherever it stands and however often', () => {
  fc.assert(
    fc.property(secret, fc.array(fc.string()), (value, around) => {
      assert.ok(!redact(around.join(value), [value]).includes(value))
    }),
  )
})

test('a secret never survives as a form or a URL spells it', () => {
  fc.assert(
    fc.property(secret, (value) => {
      const form = new URLSearchParams({ a: value }).toString().slice(2)
      assert.ok(!redact(`a ${form} b`, [value]).includes(form))
    }),
  )
})

test('a JWT never survives, even one the client has never seen', () => {
  const claims = fc.dictionary(fc.string(), fc.jsonValue())
  fc.assert(
    fc.property(claims, fc.string(), fc.string(), (payload, before, after) => {
      const token = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(payload)}.c2ln`
      const safe = redact(`${before}${token}${after}`, [])
      for (const part of token.split('.').slice(0, 2)) assert.ok(!safe.includes(part), safe)
    }),
  )
})

test('a JWT cut short, or with white space in its header, does not survive', () => {
  const spaced = `${Buffer.from('{ "alg": "RS256" }').toString('base64url')}.cGF5bG9hZA.c2ln`
  assert.equal(redact('got eyJhbGciOiJSUzI1NiJ9.eyJzdWI', []), 'got [redacted]')
  assert.equal(redact(`got ${spaced} here`, []), 'got [redacted] here')
})

test('an ordinary description is left alone', () => {
  const description =
    'AADSTS7000215: Invalid client secret provided. Trace ID: 5a4b3c2d-0000-4000-8000-000000000000'
  assert.equal(redact(description, ['Zq8~canary']), description)
})

test('control characters cannot forge a line of a log', () => {
  assert.equal(redact('refused\r\nINFO all is well\u001b[2J', []), 'refused INFO all is well [2J')
})

test('a text without end is cut to 1000 characters', () => {
  assert.equal(redact('x'.repeat(5000), []).length, 1000)
})
