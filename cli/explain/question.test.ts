import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeJwt } from '../testing/make-token.ts'
import { readQuestion } from './question.ts'

test('an AADSTS number is read with and without its prefix', () => {
  const question = { kind: 'numbers', numbers: [7000215] }
  assert.deepEqual(readQuestion('AADSTS7000215'), question)
  assert.deepEqual(readQuestion('aadsts7000215'), question)
  assert.deepEqual(readQuestion(' 7000215\n'), question)
})

test('every number in an error message is read once', () => {
  const text = 'invalid_client: AADSTS7000215: Invalid secret. AADSTS7000215 AADSTS700016'
  assert.deepEqual(readQuestion(text), { kind: 'numbers', numbers: [7000215, 700016] })
})

test('a token is read with and without Bearer', () => {
  assert.equal(readQuestion(makeJwt({})).kind, 'token')
  assert.equal(readQuestion(`Authorization: Bearer ${makeJwt({})}\n`).kind, 'token')
})

test('an encrypted token is told from a signed one', () => {
  const header = Buffer.from('{"alg":"RSA-OAEP","enc":"A256GCM"}').toString('base64url')
  assert.equal(readQuestion(`${header}.key.iv.text.tag`).kind, 'encrypted-token')
})

test('everything else is the id of a rule', () => {
  assert.deepEqual(readQuestion('t1-agent'), { kind: 'rule', id: 't1-agent' })
})
