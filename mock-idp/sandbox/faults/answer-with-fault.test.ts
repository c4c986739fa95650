import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerWithFault } from './answer-with-fault.ts'
import { isCut, isDropped } from './broken-responses.ts'
import type { Fault } from './fault.ts'

const real = {
  status: 200,
  headers: { 'content-type': 'application/json', 'x-mock-rule': 'NONE' },
  body: '{"token_type":"Bearer","expires_in":3599}',
}

/** The answer, and what was waited for until it came and until its body came. */
async function meet(fault: Fault, answer = real) {
  const waited: string[] = []
  let isAnswered = false
  const response = await answerWithFault(fault, answer, {
    nowMs: Date.UTC(2026, 10, 23, 12),
    traceId: '01234567-89ab-4cde-8f01-23456789ab00',
    correlationId: '76543210-ba98-4dec-90f1-32547698badc',
    origin: 'https://localhost',
    signal: new AbortController().signal,
    sleep: async (ms) => {
      waited.push(`${ms} ms ${isAnswered ? 'after' : 'before'} the headers`)
    },
  })
  isAnswered = true
  return { response, waited }
}

test('a status replaces the answer, by no body', async () => {
  const { response } = await meet({ status: 503, headers: { 'Retry-After': '7' } })
  assert.equal(response.status, 503)
  assert.equal(response.headers.get('retry-after'), '7')
  assert.equal(response.headers.get('x-mock-rule'), null)
  assert.equal(await response.text(), '')
})

test('a body alone replaces the answer with 200', async () => {
  const { response } = await meet({ body: '<p>', headers: { 'content-type': 'text/html' } })
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('content-type'), 'text/html')
  assert.equal(await response.text(), '<p>')
})

test('headers alone are set on the real answer', async () => {
  const { response } = await meet({ headers: { 'x-ms-clitelem': '1' } })
  assert.equal(response.headers.get('x-ms-clitelem'), '1')
  assert.equal(response.headers.get('x-mock-rule'), 'NONE')
  assert.equal(await response.text(), real.body)
})

test('members are set and removed in the real answer', async () => {
  const { response } = await meet({
    change: { expires_in: '3599', foci: null },
    omit: ['token_type'],
  })
  assert.equal(response.status, 200)
  assert.equal(await response.text(), '{"expires_in":"3599","foci":null}')
})

test('an answer that is no JSON object has no members to change', async () => {
  const { response } = await meet({ omit: ['a'] }, { ...real, body: '<p>' })
  assert.equal(await response.text(), '<p>')
})

test('a number of the catalogue is answered as its refusal', async () => {
  const { response } = await meet({ refuse: 7000215, headers: { 'Retry-After': '1' } })
  assert.equal(response.status, 401)
  assert.equal(response.headers.get('retry-after'), '1')
  assert.equal(response.headers.get('x-mock-rule'), null)
  assert.deepEqual(await response.json(), {
    error: 'invalid_client',
    error_description:
      'AADSTS7000215: The test asked for this refusal, whatever the request was. Trace ID: 01234567-89ab-4cde-8f01-23456789ab00 Correlation ID: 76543210-ba98-4dec-90f1-32547698badc Timestamp: 2026-11-23 12:00:00Z',
    error_codes: [7000215],
    timestamp: '2026-11-23 12:00:00Z',
    trace_id: '01234567-89ab-4cde-8f01-23456789ab00',
    correlation_id: '76543210-ba98-4dec-90f1-32547698badc',
    error_uri: 'https://localhost/error?code=7000215',
  })
})

test('a delay comes before the answer, and a delay of the body after its headers', async () => {
  const late = await meet({ delayMs: 900 })
  assert.deepEqual(late.waited, ['900 ms before the headers'])
  assert.equal(await late.response.text(), real.body)
  const slow = await meet({ delayMs: 5, bodyDelayMs: 700 })
  assert.deepEqual(slow.waited, ['5 ms before the headers'])
  assert.equal(slow.response.headers.get('content-length'), '41')
  assert.equal(await slow.response.text(), real.body)
  assert.deepEqual(slow.waited, ['5 ms before the headers', '700 ms after the headers'])
})

test('a dropped connection has no answer', async () => {
  const { response, waited } = await meet({ connection: 'drop', delayMs: 3 })
  assert.equal(response.type, 'error')
  assert.ok(isDropped(response))
  assert.deepEqual(waited, ['3 ms before the headers'])
})

test('a cut answer tells its whole length, sends half and fails', async () => {
  const { response } = await meet({ connection: 'cut' })
  assert.ok(isCut(response))
  assert.equal(response.headers.get('content-length'), '41')
  const reader = response.clone().body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  assert.equal(Buffer.from(value ?? []).toString(), '{"token_type":"Beare')
  await assert.rejects(response.text(), { name: 'TypeError', message: 'terminated' })
})

for (const status of [204, 205, 304]) {
  test(`an answer of ${status} has no body whatever the fault says`, async () => {
    const { response } = await meet({ status, body: 'text', bodyDelayMs: 1 })
    assert.equal(response.status, status)
    assert.equal(await response.text(), '')
  })
}

test('a body in pieces is whole in the end, and comes in as many parts', async () => {
  const { response, waited } = await meet({ pieces: 3 })
  const parts: string[] = []
  for await (const part of response.body ?? []) parts.push(new TextDecoder().decode(part))
  assert.equal(parts.length, 3)
  assert.equal(parts.join(''), real.body)
  assert.equal(response.headers.get('content-length'), null)
  assert.deepEqual(waited, ['10 ms after the headers', '10 ms after the headers'])
})
