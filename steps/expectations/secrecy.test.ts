import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Difference } from '../../engine/outcomes/difference.ts'
import { NotTestable } from '../../engine/outcomes/not-testable.ts'
import { readAnswer } from '../../engine/requests/answer.ts'
import type { WireRequest } from '../../engine/requests/wire-request.ts'
import { expectSecrecy } from './secrecy.ts'

const secret = 'canary+/=&%"0f8fad5b-d9cb'
const sent: WireRequest = {
  method: 'POST',
  path: '/token',
  headers: {},
  parameters: [['client_secret', secret]],
}
const judged = async (text: string, headers = {}, status = 401) =>
  expectSecrecy(await readAnswer(new Response(text, { status, headers })), sent)

test('a refusal that names only ids keeps the secret', async () => {
  await judged(
    '{"error_description":"AADSTS7000215: for app 20000000-c0de-4a11-8000-000000000001"}',
  )
})

const leaks: readonly (readonly [string, string])[] = [
  ['as it is', secret],
  ['in JSON', JSON.stringify({ error_description: secret })],
  [
    'in escapes of JSON',
    JSON.stringify(secret).replace(/[+/]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`),
  ],
  ['as a form spells it', encodeURIComponent(secret)],
  ['in base64', Buffer.from(secret).toString('base64')],
  ['in hexadecimal', Buffer.from(secret).toString('hex')],
  ['cut and partly masked', `****${secret.slice(-13)}`],
]
for (const [how, text] of leaks) {
  test(`a refusal that repeats the secret ${how} differs`, async () => {
    await assert.rejects(judged(text), Difference)
  })
}

test('a header counts too', async () => {
  await assert.rejects(judged('{}', { 'x-debug': encodeURIComponent(secret) }), Difference)
})

test('an answer that is no refusal shows nothing', async () => {
  await assert.rejects(judged('{}', {}, 200), NotTestable)
})
