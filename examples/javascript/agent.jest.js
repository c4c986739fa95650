const { useTenant } = require('agentid-conformance/jest')
const { getAgentToken, getT1 } = require('./agent.js')

const tenant = useTenant()

test('the agent gets a token', async () => {
  const token = await getAgentToken(tenant.env)
  expect(token.split('.')).toHaveLength(3)
  await expect(tenant).not.toHaveBeenRefused()
})

test('no agent uses the T1 of another', async () => {
  const t1 = await getT1(tenant.env)
  const agent = tenant.env.AGENTID_SECOND_AGENT_ID
  await expect(getAgentToken(tenant.env, { t1, agent })).rejects.toThrow('7002137')
  await expect(tenant).toHaveBeenRefused('T1-AGENT')
})

test('the agent tries again when the service is busy', async () => {
  await tenant.fault({ status: 429, headers: { 'retry-after': '0' } })
  await getAgentToken(tenant.env)
  expect((await tenant.journal()).map(({ httpStatus }) => httpStatus)).toEqual([429, 200, 200])
})

test('a mistake in a fault is an error', async () => {
  await expect(tenant.fault({ statu: 429 })).rejects.toThrow('statu')
})

describe('a tenant of its own', () => {
  const planned = useTenant({ blueprints: ['Planner'], agentIdentities: ['Scheduler'] })

  test('has the names that you gave', async () => {
    await getAgentToken(planned.env)
  })
})

test('the package itself can be required', async () => {
  const { createMockIdp } = require('agentid-conformance')
  const idp = await createMockIdp()
  const { tenantId } = await idp.tenants.create()
  const url = `https://localhost/${tenantId}/v2.0/.well-known/openid-configuration`
  expect((await idp.fetch(url)).status).toBe(200)
})
