import assert from 'node:assert/strict'
import { test } from 'node:test'
import { booking, names, redemption, t1Request } from '../testing/sample-requests.ts'
import { answerWords, requestWords } from './request-words.ts'

const t1 = t1Request({ sequence: 1 })

test('a request is told by who asks for what', () => {
  assert.equal(requestWords(t1, names), 'Concierge asks for T1 of Booking')
  assert.equal(
    requestWords(redemption({ sequence: 2 }), names),
    'Booking asks for a token for Microsoft Graph',
  )
  assert.equal(
    requestWords({ ...t1, endpoint: 'keys' }, names),
    'The client reads the signing keys',
  )
})

test('an id that nobody has is shown as it is', () => {
  assert.equal(requestWords(t1, {}).endsWith(`for T1 of ${booking}`), true)
  const odd = { ...t1, parameters: { client_id: 'constructor', fmi_path: '', scope: '' } }
  assert.equal(requestWords(odd, names), 'constructor asks for T1 of nobody')
})

test('a request without client and scope is still told', () => {
  assert.equal(
    requestWords({ ...t1, parameters: {} }, names),
    'The client asks for a token for nothing',
  )
})

test('an answer is a token, a refusal, or a fault set on purpose', () => {
  assert.deepEqual(answerWords(t1), {
    kind: 'given',
    title: '200 T1',
    details: ['expires in 3599 s'],
  })
  const refused = { refused: 'T1-AGENT', error: 'invalid_client', aadsts: 700213 }
  assert.deepEqual(answerWords({ ...t1, httpStatus: 401, outcome: refused }), {
    kind: 'refused',
    title: '401 invalid_client',
    details: ['AADSTS700213', 'rule T1-AGENT'],
  })
  const delayed = { ...t1, fault: 'answered after 800 ms' }
  assert.deepEqual(answerWords(delayed).details, [
    'expires in 3599 s',
    'injected by the scenario: answered after 800 ms',
  ])
  const dropped = { fault: 0, description: 'connection closed' }
  assert.deepEqual(answerWords({ ...t1, outcome: dropped }), {
    kind: 'fault',
    title: 'no answer',
    details: ['injected by the scenario: connection closed'],
  })
})
