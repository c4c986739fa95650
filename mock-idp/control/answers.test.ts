import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import type { Fault } from '../sandbox/faults/index.ts'
import {
  answerOf,
  askToken,
  claimsOf,
  control,
  type Mock,
  nowMs,
  openMock,
  origin,
  redemption,
  t1Request,
  tokenOf,
} from '../testing/mock-world.ts'

const at = `?tenant=${seedIds.contoso}`
const nowSeconds = nowMs / 1000
const add = (mock: Mock, fault: Fault) => control(mock, 'POST', `/faults${at}`, fault)
const lastEntry = async (mock: Mock) => {
  const { requests } = (await control(mock, 'GET', `/requests${at}`)).body
  return (requests as readonly Readonly<Record<string, unknown>>[]).at(-1)
}

test('a refusal by number is journalled as a fault', async () => {
  const mock = await openMock()
  await add(mock, { refuse: 700016 })
  const { status, body, rule } = await askToken(mock, t1Request)
  assert.equal(status, 400)
  assert.equal(rule, null)
  assert.equal(body.error, 'unauthorized_client')
  assert.deepEqual(body.error_codes, [700016])
  const entry = await lastEntry(mock)
  assert.equal(entry?.traceId, body.trace_id)
  assert.deepEqual(entry?.outcome, {
    fault: 400,
    description: 'refused with AADSTS700016 by request of the test',
  })
})

test('a token in a changed answer is a token that was issued', async () => {
  const mock = await openMock()
  await add(mock, { change: { expires_in: '60' }, omit: ['token_type'] })
  const answer = await askToken(mock, t1Request)
  assert.equal(answer.body.expires_in, '60')
  assert.ok(!('token_type' in answer.body))
  assert.equal((await askToken(mock, redemption(tokenOf(answer)))).status, 200)
  const { requests } = (await control(mock, 'GET', `/requests${at}`)).body
  const [entry] = requests as readonly Readonly<Record<string, unknown>>[]
  assert.deepEqual(Object.keys(entry?.outcome ?? {}), ['issued', 'claims'])
  assert.equal(entry?.fault, 'member expires_in changed, member token_type removed')
})

test('a request that meets no fault has none in its entry', async () => {
  const mock = await openMock()
  await askToken(mock, t1Request)
  assert.ok(!('fault' in ((await lastEntry(mock)) ?? {})))
})

test('a dropped connection is journalled as fault 0', async () => {
  const mock = await openMock()
  await add(mock, { connection: 'drop' })
  const url = `${origin}/${seedIds.contoso}/oauth2/v2.0/token`
  const response = await mock.fetch(new Request(url, { method: 'POST' }))
  assert.equal(response.type, 'error')
  const entry = await lastEntry(mock)
  assert.equal(entry?.httpStatus, 0)
  assert.deepEqual(entry?.outcome, { fault: 0, description: 'connection closed without an answer' })
})

test('a late answer is waited for by the sleep of the mock', async () => {
  const slept: number[] = []
  const mock = await openMock({ sleep: async (ms) => void slept.push(ms) })
  await add(mock, { delayMs: 3000, bodyDelayMs: 9000 })
  assert.equal((await askToken(mock, t1Request)).status, 200)
  assert.deepEqual(slept, [3000, 9000])
})

const documents = {
  discovery: (tenant: string) => `/${tenant}/v2.0/.well-known/openid-configuration`,
  keys: (tenant: string) => `/${tenant}/discovery/keys`,
  instance: (tenant: string) =>
    `/common/discovery/instance?api-version=1.1&authorization_endpoint=${origin}/${tenant}/oauth2/v2.0/authorize`,
} as const
const endpoints = ['discovery', 'keys', 'instance'] as const

for (const endpoint of endpoints) {
  test(`a fault at ${endpoint} meets that document of the tenant alone`, async () => {
    const mock = await openMock()
    const read = async (path: string, method = 'GET') =>
      answerOf(await mock.fetch(new Request(`${origin}${path}`, { method })))
    await add(mock, { endpoint, refuse: 50049, times: 9 })
    for (const other of endpoints) {
      const { status } = await read(documents[other]('contoso.example'))
      assert.equal(status, other === endpoint ? 400 : 200)
    }
    const path = documents[endpoint](seedIds.contoso)
    assert.deepEqual((await read(path)).body.error_codes, [50049])
    assert.equal((await read(path, 'OPTIONS')).status, 204)
    assert.equal((await read(documents[endpoint](seedIds.fabrikam))).status, 200)
    assert.equal((await askToken(mock, t1Request)).status, 200)
  })
}

test('lifetimes are read, set one by one, and reset', async () => {
  const mock = await openMock()
  const set = async (change: object) => (await control(mock, 'PUT', `/lifetimes${at}`, change)).body
  const read = async () => (await control(mock, 'GET', `/lifetimes${at}`)).body
  const usual = { t1Seconds: 3600, agentTokenSeconds: 3600, refreshTokenSeconds: 7_776_000 }
  assert.deepEqual(await read(), usual)
  assert.deepEqual(await set({ t1Seconds: 10 }), { ...usual, t1Seconds: 10 })
  assert.deepEqual(await set({ agentTokenSeconds: 20 }), {
    ...usual,
    t1Seconds: 10,
    agentTokenSeconds: 20,
  })
  assert.equal((await set({ userTokenSeconds: 30 })).userTokenSeconds, 30)
  await control(mock, 'POST', `/reset${at}`)
  assert.deepEqual(await read(), usual)
})

test('the end of a token and expires_in follow the lifetime of its kind', async () => {
  const mock = await openMock()
  await control(mock, 'PUT', `/lifetimes${at}`, { t1Seconds: 90, agentTokenSeconds: -5 })
  const t1 = await askToken(mock, t1Request)
  assert.equal(claimsOf(tokenOf(t1)).exp, nowSeconds + 90)
  assert.equal(t1.body.expires_in, 89)
  assert.equal(t1.body.ext_expires_in, 89)
  const agent = await askToken(mock, redemption(tokenOf(t1)))
  assert.equal(claimsOf(tokenOf(agent)).exp, nowSeconds - 5)
  assert.equal(agent.body.expires_in, 0)
})

test('T1 that is expired when it is issued is not redeemed', async () => {
  const mock = await openMock()
  await control(mock, 'PUT', `/lifetimes${at}`, { t1Seconds: -600 })
  const t1 = tokenOf(await askToken(mock, t1Request))
  assert.equal((await askToken(mock, redemption(t1))).rule, 'T1-EXPIRED')
})

test('chaos is off until a seed is set, and after a reset', async () => {
  const mock = await openMock()
  const read = async () => (await control(mock, 'GET', `/chaos${at}`)).body
  assert.deepEqual(await read(), { seed: null })
  assert.deepEqual((await control(mock, 'PUT', `/chaos${at}`, { seed: 7 })).body, { seed: 7 })
  assert.deepEqual(await read(), { seed: 7 })
  await control(mock, 'POST', `/reset${at}`)
  assert.deepEqual(await read(), { seed: null })
})
