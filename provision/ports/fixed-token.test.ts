import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UnsecuredJWT } from 'jose'
import { fixedToken } from './fixed-token.ts'

const nowMs = 1_800_000_000_000
const signal = new AbortController().signal
const tokenFor = (seconds: number) => new UnsecuredJWT({ exp: nowMs / 1000 + seconds }).encode()

test('a token is used while it lasts', async () => {
  const token = tokenFor(61)
  assert.equal(await fixedToken(token, 'it', () => nowMs).accessToken(signal), token)
})

for (const [seconds, message] of [
  [60, 'it is about to expire and agentid cannot renew it'],
  [0, 'it has expired and agentid cannot renew it'],
] as const) {
  test(`a token with ${seconds} s left stops the run before a request is lost on it`, async () => {
    await assert.rejects(fixedToken(tokenFor(seconds), 'it', () => nowMs).accessToken(signal), {
      message,
    })
  })
}

test('a token that cannot be read is for Graph to judge', async () => {
  assert.equal(await fixedToken('opaque', 'it', () => nowMs).accessToken(signal), 'opaque')
})
