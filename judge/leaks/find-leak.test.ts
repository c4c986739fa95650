import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { findLeak } from './index.ts'

const secret = 'canary+/=&%0b7e9c1a-55f2-4d1e-9a30-6c1f2e3d4b5a'
const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const words = 'concierge-secret-for-tests-only'
const token = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded({ sub: 'agent', aud: 'api://orders' })}.${'Zk3-_x9Q'.repeat(40)}`
const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = key.export({ format: 'pem', type: 'pkcs8' }).toString()
const jwk = key.export({ format: 'jwk' })

function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

const backwards = (text: string) => [...text].reverse().join('')
const rot13 = (text: string) =>
  [...text]
    .map((letter) => alphabet[(alphabet.indexOf(letter) + 13) % 26] ?? letter)
    .map((turned, at) => (alphabet.includes(text[at] ?? '') ? turned : (text[at] ?? '')))
    .join('')
const base64 = (text: string) => Buffer.from(text).toString('base64')
const leaks: readonly (readonly [string, string, string])[] = [
  ['a secret as it is', secret, 'a secret of this run'],
  ['a secret in base64', base64(secret), 'a secret of this run, in base64'],
  ['a secret within base64', base64(`id:${secret}`), 'a secret of this run, in base64'],
  [
    'HTTP Basic with an encoded secret',
    base64(`id:${encodeURIComponent(secret)}`),
    'a part of a secret of this run, in base64',
  ],
  [
    'a secret in hexadecimal',
    Buffer.from(secret).toString('hex'),
    'a secret of this run, in hexadecimal',
  ],
  [
    'a secret as the bytes of a Buffer',
    `<Buffer ${Buffer.from(secret)
      .toString('hex')
      .replace(/..(?=.)/g, '$& ')}>`,
    'a secret of this run, as bytes',
  ],
  [
    'a secret as a list of bytes',
    JSON.stringify(Buffer.from(secret)),
    'a secret of this run, as bytes',
  ],
  [
    'a secret in the numeric references of a page',
    [...secret].map((one) => `&#${one.codePointAt(0)};`).join(''),
    'a secret of this run, escaped',
  ],
  [
    'a secret in hexadecimal references of a page',
    [...secret].map((one) => `&#X${one.codePointAt(0)?.toString(16)};`).join(''),
    'a secret of this run, escaped',
  ],
  ['a secret backwards', backwards(secret), 'a secret of this run, backwards'],
  [
    'a secret in base64, backwards',
    backwards(base64(secret)),
    'a secret of this run, in base64, b',
  ],
  [
    'the end of a secret backwards',
    backwards(secret.slice(-9)),
    'a part of a secret of this run, b',
  ],
  ['a token backwards', backwards(token), 'a secret of this run, backwards'],
  ['a secret by ROT13', rot13(secret), 'a secret of this run, by ROT13'],
  ['a secret in lines of six letters', secret.replace(/.{6}/g, '$&\n'), 'a secret of this run'],
  ['a secret with a space after each letter', [...words].join(' '), 'a secret of this run'],
  ['the beginning of a secret', `${secret.slice(0, 14)}…`, 'a part of a secret of this run'],
  ['the end of a secret', `***${secret.slice(-9)}`, 'a part of a secret of this run'],
  ['a token', token, 'a secret of this run'],
  ['a token of somebody else', `${token}x`.replace('Zk3', 'Abc'), 'a part of a secret of this run'],
  ['a token without its signature', token.slice(0, token.lastIndexOf('.')), 'a JWT'],
  ['a token cut within its claims', `${token.slice(0, 60)}...`, 'a JWT'],
  ['a token in base64', base64(token), 'a secret of this run, in base64'],
  [
    'an unknown token in base64',
    base64(`${encoded({ alg: 'none' })}.${encoded({ sub: 'x'.repeat(12) })}.`),
    'a JWT, in base64',
  ],
  ['the signature of a known token', token.slice(-60), 'a part of a secret of this run'],
  [
    'the GUID within a secret',
    '0b7e9c1a-55f2-4d1e-9a30-6c1f2e3d4b5a',
    'a part of a secret of this run',
  ],
  ['a private key', pem, 'a secret of this run'],
  [
    'a private key without its armour',
    pem.split('\n').slice(9, 14).join('\\n'),
    'a part of a secret of this run',
  ],
  ['the private exponent', JSON.stringify({ d: jwk.d }), 'a part of a secret of this run'],
  ['a private key of somebody else', '-----BEGIN RSA PRIVATE KEY-----\nMIIE', 'a private key'],
]

for (const [title, text, what] of leaks) {
  test(`${title} is found`, () => {
    const found = findLeak(`before: ${text} after`, [secret, words, token, pem])?.what ?? 'nothing'
    assert.ok(found.startsWith(what), found)
  })
}

const harmless: readonly (readonly [string, string])[] = [
  ['the hint of a secret', `${secret.slice(0, 3)}*****`],
  ['a masked secret', 'client_secret=***&scope=a'],
  ['the header of a token', `${token.split('.')[0]}...`],
  ['the public part of the key', JSON.stringify({ n: jwk.n, e: jwk.e })],
  [
    'a certificate',
    '-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUd0zbWvJ3u0p0\n-----END CERTIFICATE-----',
  ],
  [
    'a GUID that has eight characters of the secret by chance',
    '11111111-55f2-4d1e-9a22-222222222222',
  ],
  [
    'such a GUID between letters from a to f, where lines were joined',
    'Trace ID: 11111111-55f2-4d1e-9a22-222222222222 Correlation ID: x',
  ],
  [
    'such a GUID after a word that ends with a letter from a to f',
    'trace 11111111-55f2-4d1e-9a22-222222222222 ended',
  ],
  [
    'a GUID that has eight characters of the secret backwards by chance',
    backwards('222222222222-22a9-e1d4-2f55-11111111'),
  ],
  ['a host name', 'eyes-wide.open-tomorrow-evening.example.com'],
  ['a name that a secret begins with', 'the blueprint Concierge (concierge) has a client secret'],
  ['the name of a secret', 'key vault entry concierge-secret'],
  [
    'an event',
    '{"type":"request-sent","url":"https://localhost:8443/10000000-c0de-4a11-8000-000000000001/oauth2/v2.0/token"}',
  ],
  [
    'an error',
    'Error: AADSTS7000215: Invalid client secret provided. Trace ID: 01234567-89ab-4cde-8f01-23456789ab00',
  ],
]

for (const [title, text] of harmless) {
  test(`${title} is no leak`, () =>
    assert.equal(findLeak(text, [secret, words, token, pem]), undefined))
}

test('eight characters in a row of a secret are found, wherever its random part was cut', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 11, max: secret.length - 8 }),
      fc.string(),
      fc.string(),
      (at, before, after) => {
        const text = `${before} ${secret.slice(at, at + 8)} ${after}`
        assert.notEqual(findLeak(text, [secret]), undefined)
      },
    ),
    { numRuns: 200 },
  )
})

test('nothing is found in text of no secret', () => {
  fc.assert(
    fc.property(fc.lorem({ mode: 'sentences', maxCount: 20 }), (text) => {
      assert.equal(findLeak(text, [secret, token, pem]), undefined)
    }),
    { numRuns: 100 },
  )
})
