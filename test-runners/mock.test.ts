import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startMock } from './mock.ts'

const mock = await startMock()
after(() => mock.stop())

test('this process trusts the mock that it starts', async () => {
  const { env } = await mock.tenant()
  const url = `${env.AGENTID_AUTHORITY_HOST}/${env.AGENTID_TENANT_ID}/v2.0/.well-known/openid-configuration`
  assert.equal((await fetch(url)).status, 200)
})

test('a tenant has its own clock, faults and journal', async () => {
  const [one, other] = [await mock.tenant(), await mock.tenant()]
  await one.fault({ status: 503 })
  await one.advance(60)
  const ask = ({ tenantId }: typeof one) =>
    fetch(`${mock.authorityHost}/${tenantId}/oauth2/v2.0/token`, { method: 'POST' })
  assert.equal((await ask(one)).status, 503)
  assert.equal((await ask(other)).status, 400)
  assert.equal((await one.journal()).length, 1)
  assert.equal((await other.journal()).length, 1)
})

test('the mock says what is wrong with a fault', async () => {
  const tenant = await mock.tenant()
  const fault = { statu: 429 } as unknown as Parameters<typeof tenant.fault>[0]
  await assert.rejects(tenant.fault(fault), /refused POST \/_mock\/faults[\s\S]*"statu"/)
})

test('a mock that was stopped answers no more', async () => {
  const stopped = await startMock()
  await stopped.stop()
  await assert.rejects(stopped.tenant(), /no mock answers at https:\/\/localhost:/)
})

test('AGENTID_MOCK_URL names a mock that runs, by https', async (t) => {
  t.after(() => {
    delete process.env.AGENTID_MOCK_URL
    delete process.env.AGENTID_CA_FILE
  })
  Object.assign(process.env, mock.env)
  const same = await startMock()
  await same.stop()
  assert.equal(same.authorityHost, mock.authorityHost)
  assert.ok((await same.tenant()).tenantId)
  process.env.AGENTID_MOCK_URL = 'http://localhost:8080'
  await assert.rejects(startMock(), /AGENTID_MOCK_URL: expected the https URL of a mock/)
})
