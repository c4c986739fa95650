import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { runs } from '../../tests/support/exhaustive.ts'
import { seedIds, seedSecrets } from '../directory/seed-ids.ts'
import {
  answerOf,
  askToken,
  control,
  formOf,
  nowMs,
  openMock,
  origin,
  t1Request,
} from '../testing/mock-world.ts'

const idp = await openMock()
const url = `${origin}/${seedIds.contoso}/oauth2/v2.0/token`
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const t1Body = String(formOf(t1Request))
const send = async (init: RequestInit & { readonly duplex?: 'half' }, at = url) =>
  answerOf(await idp.fetch(new Request(at, { method: 'POST', ...init })))

test('an answer has the headers of recorded ones', async () => {
  const { headers } = await askToken(idp, t1Request)
  const { 'x-ms-request-id': requestId, ...fixed } = Object.fromEntries(headers)
  assert.match(requestId ?? '', /^[0-9a-f-]{36}$/)
  assert.deepEqual(fixed, {
    'cache-control': 'no-store, no-cache',
    'content-type': 'application/json; charset=utf-8',
    expires: '-1',
    p3p: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
    pragma: 'no-cache',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-ms-ests-server': '2.1.0 - agentid-conformance',
    'x-ms-srs': '1.P',
    'x-xss-protection': '0',
  })
})

test('a refusal has the same headers and names its rule', async () => {
  const { headers, body } = await askToken(idp, { ...t1Request, client_secret: 'wrong' })
  assert.equal(headers.get('x-mock-rule'), 'CRED-SECRET')
  assert.equal(headers.get('cache-control'), 'no-store, no-cache')
  assert.equal(headers.get('content-type'), 'application/json; charset=utf-8')
  assert.equal(headers.get('x-ms-request-id'), body.trace_id)
})

test('a whole refusal is what Entra answers', async () => {
  const id = '76543210-ba98-4dec-90f1-32547698badc'
  const headers = { 'client-request-id': id, 'return-client-request-id': 'true' }
  const answer = await askToken(idp, { ...t1Request, client_secret: 'wrong' }, { headers })
  const { trace_id } = answer.body
  assert.equal(answer.status, 401)
  assert.equal(answer.headers.get('client-request-id'), id)
  assert.deepEqual(answer.body, {
    error: 'invalid_client',
    error_description: `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '20000000-c0de-4a11-8000-000000000001'. Trace ID: ${trace_id} Correlation ID: ${id} Timestamp: 2026-11-23 12:00:00Z`,
    error_codes: [7000215],
    timestamp: '2026-11-23 12:00:00Z',
    trace_id,
    correlation_id: id,
    error_uri: 'https://localhost/error?code=7000215',
  })
})

test('a correlation id is taken from a header, the query or the form, if it is a GUID', async () => {
  const id = '76543210-ba98-4dec-90f1-32547698badc'
  const wrong = { ...t1Request, client_secret: 'wrong' }
  for (const name of ['client-request-id', 'x-ms-client-request-id']) {
    const { body, headers } = await askToken(idp, wrong, { headers: { [name]: id } })
    assert.equal(body.correlation_id, id)
    assert.equal(headers.has('client-request-id'), false)
  }
  const inQuery = await send({ headers: form, body: '' }, `${url}?client-request-id=${id}`)
  assert.equal(inQuery.body.correlation_id, id)
  const inForm = await askToken(idp, { ...wrong, 'client-request-id': id })
  assert.equal(inForm.body.correlation_id, id)
  const none = await askToken(idp, wrong, { headers: { 'client-request-id': 'no guid' } })
  assert.notEqual(none.body.correlation_id, none.body.trace_id)
  assert.notEqual(none.body.correlation_id, 'no guid')
})

for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
  test(`a token request by ${method} is refused`, async () => {
    const { status, rule, body } = await send({ method })
    assert.equal(status, 400)
    assert.equal(rule, 'REQ-METHOD')
    assert.deepEqual(body.error_codes, [900561])
    assert.match(String(body.error_description), new RegExp(`Received a ${method} request\\.`))
  })
}

for (const contentType of ['application/json', 'text/plain', '']) {
  test(`a body of type '${contentType}' is answered as a form without a grant type`, async () => {
    const { status, rule, body } = await send({
      headers: { 'content-type': contentType },
      body: JSON.stringify(t1Request),
    })
    assert.equal(status, 400)
    assert.equal(rule, 'REQ-CONTENT-TYPE')
    assert.equal(body.error, 'invalid_request')
    assert.deepEqual(body.error_codes, [900144])
    assert.match(
      String(body.error_description),
      /^AADSTS900144: The request body must contain the following parameter: 'grant_type'\./,
    )
  })
}

test('a multipart form is accepted', async () => {
  const body = new FormData()
  for (const [name, value] of Object.entries(t1Request)) body.append(name, value ?? '')
  assert.equal((await send({ body })).status, 200)
})

test('a body over 1 MiB is refused, and one of 1 MiB is read', async () => {
  const mebibyte = 1024 * 1024
  const padded = (length: number) => `${t1Body}&pad=`.padEnd(length, 'x')
  assert.equal((await send({ headers: form, body: padded(mebibyte) })).status, 200)
  const tooLarge = await send({ headers: form, body: padded(mebibyte + 1) })
  assert.equal(tooLarge.status, 400)
  assert.equal(tooLarge.rule, 'REQ-SIZE')
})

test('a length that is declared too long is refused without reading', async () => {
  const body = new ReadableStream(
    {
      pull: () => {
        throw new Error('nobody reads this')
      },
    },
    { highWaterMark: 0 },
  )
  const headers = { ...form, 'content-length': '1048577' }
  assert.equal((await send({ headers, body, duplex: 'half' })).rule, 'REQ-SIZE')
})

test('a body in pieces, without a length, is read up to 1 MiB', async () => {
  const pieces = (next: () => string | undefined) =>
    new ReadableStream({
      pull: (controller) => {
        const piece = next()
        if (piece === undefined) controller.close()
        else controller.enqueue(Buffer.from(piece))
      },
    })
  const letters = [...t1Body]
  const body = pieces(() => letters.shift())
  assert.equal((await send({ headers: form, body, duplex: 'half' })).status, 200)
  const endless = pieces(() => 'x'.repeat(65_536))
  assert.equal((await send({ headers: form, body: endless, duplex: 'half' })).rule, 'REQ-SIZE')
})

test('a repeated parameter is refused by its name', async () => {
  const { status, rule, body } = await send({ headers: form, body: `${t1Body}&scope=again` })
  assert.equal(status, 400)
  assert.equal(rule, 'REQ-REPEATED')
  assert.deepEqual(body.error_codes, [9000411])
  assert.match(String(body.error_description), /The parameter 'scope' is duplicated\./)
})

for (const broken of ['%', '%zz', '%ff%fe']) {
  test(`a body with ${broken} in it is refused as malformed`, async () => {
    const { status, rule, body } = await send({ headers: form, body: `${t1Body}&x=${broken}` })
    assert.equal(status, 400)
    assert.equal(rule, 'REQ-ENCODING')
    assert.equal(body.error_uri, 'https://localhost/error?code=9002313')
  })
}

test('HTTP Basic stands for client id and secret', async () => {
  const { client_id: _, client_secret: __, ...rest } = t1Request
  const basic = (text: string) => ({
    headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` },
  })
  const good = `${seedIds.concierge.toUpperCase()}:${seedSecrets.concierge}`
  assert.equal((await askToken(idp, rest, basic(good))).status, 200)
  const named = { ...rest, client_id: seedIds.concierge }
  assert.equal((await askToken(idp, named, basic(good))).status, 200)
  const other = await askToken(idp, named, basic(`${seedIds.courier}:${seedSecrets.courier}`))
  assert.equal(other.rule, 'CRED-BASIC-CLIENT')
  assert.equal((await askToken(idp, t1Request, basic(good))).rule, 'CRED-SINGLE')
})

test('any body, type and path are answered, and never with a 500', async () => {
  const type = fc.constantFrom(
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/json',
  )
  const tenant = fc.oneof(
    fc.constantFrom(seedIds.contoso, 'common', '%ff', '%', '%00', '..%2f', '{tenant}'),
    fc
      .string()
      .map(encodeURIComponent)
      .filter((name) => name !== '' && !/^\.+$/.test(name)),
  )
  const parameter = fc.tuple(fc.constantFrom(...Object.keys(t1Request)), fc.string())
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(parameter).map((entries) => String(new URLSearchParams(entries))),
    fc
      .array(parameter)
      .map((entries) => String(formOf({ ...t1Request, ...Object.fromEntries(entries) }))),
  )
  const authorization = fc.oneof(
    fc.constant(''),
    fc.base64String().map((one) => `Basic ${one}`),
  )
  await fc.assert(
    fc.asyncProperty(tenant, type, body, authorization, async (name, contentType, text, auth) => {
      const headers = { 'content-type': contentType, authorization: auth }
      const { status } = await send({ headers, body: text }, `${origin}/${name}/oauth2/v2.0/token`)
      assert.ok([200, 400, 401, 404].includes(status), String(status))
    }),
    { numRuns: runs(300, 100) },
  )
})

test('the journal tells what was decided', async () => {
  const mock = await openMock()
  await askToken(mock, t1Request, { headers: { 'user-agent': 'a test' } })
  await askToken(mock, { ...t1Request, client_secret: 'wrong' })
  const { body } = await control(mock, 'GET', '/requests?tenant=contoso.example')
  const [issued, refused] = body.requests as readonly Readonly<Record<string, unknown>>[]
  assert.equal(issued?.sequence, 1)
  assert.equal(issued?.time, new Date(nowMs).toISOString())
  assert.equal(issued?.path, `/${seedIds.contoso}/oauth2/v2.0/token`)
  assert.equal(issued?.userAgent, 'a test')
  assert.deepEqual(issued?.parameters, { ...t1Request, client_secret: '***' })
  assert.equal(refused?.httpStatus, 401)
  assert.deepEqual(refused?.outcome, {
    refused: 'CRED-SECRET',
    error: 'invalid_client',
    aadsts: 7000215,
  })
})
