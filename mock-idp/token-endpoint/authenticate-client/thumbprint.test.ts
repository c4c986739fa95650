import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inBase64url } from './thumbprint.ts'

const sha256 = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'
const sha1 = '2jmj7l5rSw0yVb_vlWAYkK_YBwk'

for (const [what, written, thumbprint] of [
  ['SHA-256 in padded base64', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', sha256],
  ['SHA-256 in padded base64url', '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=', sha256],
  ['SHA-256 in base64url', '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU', sha256],
  ['SHA-1 in padded base64', '2jmj7l5rSw0yVb/vlWAYkK/YBwk=', sha1],
  ['SHA-1 in padded base64url', '2jmj7l5rSw0yVb_vlWAYkK_YBwk=', sha1],
  ['padding within the text', 'AA=A', 'AA=A'],
  ['more padding than base64 has', 'AA===', 'AA='],
] as const) {
  test(`a thumbprint is read: ${what}`, () => assert.equal(inBase64url(written), thumbprint))
}
