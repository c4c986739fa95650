import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withLaterEnd, withOtherSignature } from './changed-tokens.ts'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = `${part({ alg: 'RS256' })}.${part({ sub: 'b', exp: 1000 })}.AAAA`

test('a token with a later end keeps its signature', () => {
  assert.equal(
    withLaterEnd(token),
    `${part({ alg: 'RS256' })}.${part({ sub: 'b', exp: 4600 })}.AAAA`,
  )
})

test('a token with another signature keeps its payload', () => {
  assert.equal(
    withOtherSignature(token),
    `${part({ alg: 'RS256' })}.${part({ sub: 'b', exp: 1000 })}.AAEA`,
  )
})
