import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { seedIds } from '../directory/seed-ids.ts'
import { rules } from '../rules/index.ts'
import {
  answerOf,
  askToken,
  claimsOf,
  control,
  headerOf,
  nowMs,
  openMock,
  origin,
  t1Request,
  tokenOf,
} from '../testing/mock-world.ts'

const at = `?tenant=${seedIds.contoso}`
type Entry = Readonly<Record<string, unknown>>

test('the journal is read and emptied', async () => {
  const mock = await openMock()
  await askToken(mock, t1Request)
  const requests = async () =>
    (await control(mock, 'GET', `/requests${at}`)).body.requests as readonly Entry[]
  assert.deepEqual(
    (await requests()).map(({ sequence, httpStatus }) => [sequence, httpStatus]),
    [[1, 200]],
  )
  assert.equal((await control(mock, 'DELETE', `/requests${at}`)).status, 204)
  assert.deepEqual(await requests(), [])
})

test('the clock is read, shifted, stopped and started', async () => {
  const mock = await openMock()
  const set = async (change: object) => (await control(mock, 'PUT', `/clock${at}`, change)).body
  assert.deepEqual((await control(mock, 'GET', `/clock${at}`)).body, {
    now: '2026-11-23T12:00:00.000Z',
    offsetSeconds: 0,
    frozen: false,
  })
  assert.deepEqual(await set({ offsetSeconds: -3600 }), {
    now: '2026-11-23T11:00:00.000Z',
    offsetSeconds: -3600,
    frozen: false,
  })
  assert.deepEqual(await set({ advanceSeconds: 60, frozen: true }), {
    now: '2026-11-23T11:01:00.000Z',
    offsetSeconds: -3540,
    frozen: true,
  })
  assert.equal((await set({})).frozen, true)
  assert.equal((await set({ frozen: false })).frozen, false)
})

test('tokens and refusals follow the clock of the tenant', async () => {
  const mock = await openMock()
  await control(mock, 'PUT', `/clock${at}`, { offsetSeconds: 86_400 })
  const claims = claimsOf(tokenOf(await askToken(mock, t1Request)))
  assert.equal(claims.nbf, nowMs / 1000 + 86_400 - 300)
  const { body } = await askToken(mock, { ...t1Request, client_secret: 'wrong' })
  assert.equal(body.timestamp, '2026-11-24 12:00:00Z')
  const elsewhere = await askToken(mock, {}, { tenant: seedIds.fabrikam })
  assert.equal(elsewhere.body.timestamp, '2026-11-23 12:00:00Z')
})

test('even the farthest time is one that refusals can tell', async () => {
  const mock = await openMock()
  for (const offsetSeconds of [100 * 365 * 86_400, -100 * 365 * 86_400]) {
    assert.equal((await control(mock, 'PUT', `/clock${at}`, { offsetSeconds })).status, 200)
    assert.equal((await askToken(mock, { ...t1Request, client_secret: 'wrong' })).status, 401)
  }
})

test('a fault replaces an answer, and the journal tells so', async () => {
  const mock = await openMock()
  const set = await control(mock, 'POST', `/faults${at}`, {
    leg: 't1',
    status: 429,
    headers: { 'Retry-After': '7', 'Content-Type': 'text/html' },
    body: '<p>slow down</p>',
  })
  assert.equal(set.status, 201)
  assert.deepEqual(set.body, {
    faults: [
      {
        leg: 't1',
        status: 429,
        headers: { 'Retry-After': '7', 'Content-Type': 'text/html' },
        body: '<p>slow down</p>',
        times: 1,
      },
    ],
  })
  const { status, headers, body, rule } = await askToken(mock, t1Request)
  assert.equal(status, 429)
  assert.deepEqual(body, { text: '<p>slow down</p>' })
  assert.equal(rule, null)
  assert.equal(headers.get('retry-after'), '7')
  assert.equal(headers.get('content-type'), 'text/html')
  assert.equal(headers.get('cache-control'), 'no-store, no-cache')
  assert.equal((await askToken(mock, t1Request)).status, 200)
  const { requests } = (await control(mock, 'GET', `/requests${at}`)).body
  assert.deepEqual((requests as readonly Entry[])[0]?.outcome, {
    fault: 429,
    description: 'answered 429 with Retry-After: 7, Content-Type: text/html',
  })
})

test('a refusal that a fault replaces names no rule', async () => {
  const mock = await openMock()
  await control(mock, 'POST', `/faults${at}`, { status: 503 })
  const answer = await askToken(mock, { ...t1Request, client_secret: 'wrong' })
  assert.equal(answer.status, 503)
  assert.equal(answer.rule, null)
  assert.deepEqual(answer.body, { text: '' })
})

for (const status of [200, 204, 205, 301, 304, 400, 500, 599]) {
  test(`a fault may answer ${status}`, async () => {
    const mock = await openMock()
    await control(mock, 'POST', `/faults${at}`, { status, body: 'text' })
    assert.equal((await askToken(mock, t1Request)).status, status)
  })
}

test('faults are removed', async () => {
  const mock = await openMock()
  await control(mock, 'POST', `/faults${at}`, { status: 503, times: 9 })
  assert.equal((await control(mock, 'DELETE', `/faults${at}`)).status, 204)
  assert.equal((await askToken(mock, t1Request)).status, 200)
})

test('a new key signs from now on, and the former keys stay published', async () => {
  const mock = await openMock()
  const before = tokenOf(await askToken(mock, t1Request))
  const { status, body } = await control(mock, 'POST', `/keys${at}`)
  assert.equal(status, 201)
  const after = tokenOf(await askToken(mock, t1Request))
  assert.equal(headerOf(after).kid, body.current)
  assert.deepEqual(body.published, [body.current, headerOf(before).kid])
  const url = `${origin}/${seedIds.contoso}/discovery/v2.0/keys`
  const { keys } = (await answerOf(await mock.fetch(new Request(url)))).body
  const jwks = createLocalJWKSet({ keys: keys as [] })
  for (const token of [before, after]) {
    await jwtVerify(token, jwks, { currentDate: new Date(nowMs) })
  }
})

test('the catalogue of rules is listed without its functions', async () => {
  const { body } = await control(await openMock(), 'GET', '/rules')
  const listed = body.rules as readonly Entry[]
  assert.deepEqual(
    listed.map(({ id }) => id),
    rules.map(({ id }) => id),
  )
  assert.deepEqual(
    listed.find(({ id }) => id === 'CRED-SECRET'),
    {
      kind: 'refusal',
      id: 'CRED-SECRET',
      title: 'A client secret belongs to the client that sends it',
      error: 'invalid_client',
      aadsts: 7000215,
      status: 401,
      hasErrorPage: true,
      evidence: {
        kind: 'captured',
        source: 'calvinchengx/entra-emulator e2e/differential fixtures, 2026-08',
      },
      answerEvidence: {
        kind: 'captured',
        source: 'calvinchengx/entra-emulator e2e/differential fixtures, 2026-08',
      },
    },
  )
})

test('an inferred rule is relaxed for one tenant, until other rules are named', async () => {
  const mock = await openMock()
  const foreign = { ...t1Request, fmi_path: seedIds.parcel }
  const put = (relaxedRules: readonly string[]) =>
    control(mock, 'PUT', `/rules${at}`, { relaxedRules })
  assert.deepEqual((await put(['FMI-OWN-AGENT'])).body, { relaxedRules: ['FMI-OWN-AGENT'] })
  assert.equal((await askToken(mock, foreign)).status, 200)
  const { relaxedRules } = (await control(mock, 'GET', `/tenants/${seedIds.contoso}`)).body
  assert.deepEqual(relaxedRules, ['FMI-OWN-AGENT'])
  const elsewhere = { ...t1Request, fmi_path: '' }
  assert.equal((await askToken(mock, elsewhere, { tenant: seedIds.fabrikam })).rule, 'FMI-EMPTY')
  await put([])
  assert.equal((await askToken(mock, foreign)).rule, 'FMI-OWN-AGENT')
})

test('a reset brings objects, clock, keys, faults, journal and rules back', async () => {
  const mock = await openMock()
  const kid = headerOf(tokenOf(await askToken(mock, t1Request))).kid
  await control(mock, 'PUT', `/tenants/${seedIds.contoso}`, { displayName: 'Changed' })
  await control(mock, 'PUT', `/clock${at}`, { offsetSeconds: 60, frozen: true })
  await control(mock, 'POST', `/keys${at}`)
  await control(mock, 'POST', `/faults${at}`, { status: 503, times: 9 })
  await control(mock, 'PUT', `/rules${at}`, { relaxedRules: ['FMI-KNOWN'] })
  assert.equal((await control(mock, 'POST', `/reset${at}`)).status, 204)
  const described = (await control(mock, 'GET', `/tenants/${seedIds.contoso}`)).body
  assert.equal(described.displayName, 'Contoso')
  assert.deepEqual(described.relaxedRules, [])
  assert.deepEqual((await control(mock, 'GET', `/clock${at}`)).body, {
    now: '2026-11-23T12:00:00.000Z',
    offsetSeconds: 0,
    frozen: false,
  })
  assert.deepEqual((await control(mock, 'GET', `/requests${at}`)).body, { requests: [] })
  assert.equal(headerOf(tokenOf(await askToken(mock, t1Request))).kid, kid)
  const unknown = await askToken(mock, { ...t1Request, fmi_path: seedIds.outpost })
  assert.equal(unknown.rule, 'FMI-KNOWN')
})
