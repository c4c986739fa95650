import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeRefusal } from './refusal.ts'

const entry = {
  sequence: 1,
  method: 'POST',
  path: '/contoso/oauth2/v2.0/token',
  httpStatus: 401,
  parameters: { client_id: 'booking' },
  outcome: { refused: 'T1-AGENT', error: 'invalid_client', aadsts: 7002137 },
}
const tenant = { journal: async () => [entry] }
const untouched = { journal: async () => [] }
const answer = new Response(null, { status: 401, headers: { 'x-mock-rule': 'T1-AGENT' } })
const ofPlaywright = {
  rule: 'T1-AGENT',
  headers() {
    return { 'x-mock-rule': this.rule }
  },
}

for (const [name, received] of Object.entries({ tenant, answer, ofPlaywright })) {
  test(`${name}: refused under its rule, under any, and not under another`, async () => {
    assert.equal((await judgeRefusal(received, 'T1-AGENT')).pass, true)
    assert.equal((await judgeRefusal(received)).pass, true)
    assert.equal((await judgeRefusal(received, 'T1-EXPIRED')).pass, false)
  })
}

test('a tenant that refused nothing, and an answer without a rule, pass for no refusal', async () => {
  assert.equal((await judgeRefusal(untouched)).pass, false)
  assert.equal((await judgeRefusal(new Response())).pass, false)
})

test('the message of a failure tells what the tenant was asked', async () => {
  const { message } = await judgeRefusal(tenant, 'T1-EXPIRED')
  assert.equal(
    message(),
    `expected a refusal under T1-EXPIRED; the tenant was asked:
  1. POST /contoso/oauth2/v2.0/token: 401, refused under T1-AGENT for the client booking`,
  )
  const denied = await judgeRefusal(tenant, 'T1-AGENT')
  assert.match(denied.message(), /^expected no refusal under T1-AGENT; /)
  assert.equal(
    (await judgeRefusal(untouched)).message(),
    'expected a refusal; the tenant was not asked',
  )
})

test('a rule that does not exist is an error, also where it is denied', async () => {
  await assert.rejects(judgeRefusal(tenant, 'T1-AGNT'), /no rule is called T1-AGNT/)
  await assert.rejects(judgeRefusal(tenant, 'RETRY-PER-AGENT'), /no rule about requests/)
})

test('what is neither a tenant nor an answer is an error', async () => {
  for (const wrong of [undefined, null, 'tenant', {}]) {
    await assert.rejects(judgeRefusal(wrong), /expected a tenant or an answer/)
  }
})
