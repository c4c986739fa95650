import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAgentToken, checkExchangeToken } from './check-token.ts'
import { billing, blueprint, booking, jwt } from './testing/fake-identity-provider.ts'

const expected = { blueprintClientId: blueprint, agentIdentityId: booking }
const subject = `/eid1/c/pub/t/9SY2Mv4bzUiJAt39_UThzg/a/2N8iihXz4U6-hMX0alsLPA/${booking}`

test('T1 of this blueprint for this agent identity is accepted', () => {
  assert.deepEqual(checkExchangeToken(jwt({ sub: subject, azp: blueprint }), expected), {
    checked: true,
  })
})

test('T1 that names another agent identity is refused', () => {
  assert.deepEqual(
    checkExchangeToken(jwt({ sub: subject.replace(booking, billing), azp: blueprint }), expected),
    { checked: true, problem: 'T1 names another agent identity' },
  )
})

test('T1 whose subject is written in another case is refused', () => {
  const token = jwt({ sub: subject.replace(booking, booking.toUpperCase()), azp: blueprint })
  assert.equal(checkExchangeToken(token, expected).problem, 'T1 names another agent identity')
})

test('T1 without a subject is refused', () => {
  const { problem } = checkExchangeToken(jwt({ azp: blueprint }), expected)
  assert.equal(problem, 'T1 names another agent identity')
})

test('T1 of another blueprint is refused', () => {
  const { problem } = checkExchangeToken(jwt({ sub: subject, azp: billing }), expected)
  assert.equal(problem, 'T1 belongs to another blueprint')
})

test('a token of the agent identity is accepted, in the form of v1.0 and of v2.0', () => {
  assert.deepEqual(checkAgentToken(jwt({ appid: booking }), booking), { checked: true })
  assert.deepEqual(checkAgentToken(jwt({ azp: booking.toUpperCase() }), booking), { checked: true })
})

for (const claims of [
  { appid: blueprint },
  { azp: billing },
  { azp: booking, appid: blueprint },
  { sub: booking },
  { azp: 7 },
  {},
]) {
  test(`a token with the claims ${JSON.stringify(claims)} is refused`, () => {
    assert.deepEqual(checkAgentToken(jwt(claims), booking), {
      checked: true,
      problem: 'the token belongs to another application',
    })
  })
}

for (const opaque of ['opaque', 'a.b.c', 'a.b.c.d.e', '..']) {
  test(`the opaque token ${opaque} is said to be unchecked`, () => {
    assert.deepEqual(checkAgentToken(opaque, booking), { checked: false })
    assert.deepEqual(checkExchangeToken(opaque, expected), { checked: false })
  })
}
