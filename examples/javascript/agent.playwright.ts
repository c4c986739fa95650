import { expect, test } from 'agentid-conformance/playwright'
import { getAgentToken, getT1 } from './agent.js'

test('the agent gets a token', async ({ tenant }) => {
  const token: string = await getAgentToken(tenant.env)
  expect(token.split('.')).toHaveLength(3)
  await expect(tenant).not.toHaveBeenRefused()
})

test('no agent uses the T1 of another', async ({ tenant }) => {
  const t1 = await getT1(tenant.env)
  const agent = tenant.env.AGENTID_SECOND_AGENT_ID
  await expect(getAgentToken(tenant.env, { t1, agent })).rejects.toThrow('7002137')
  await expect(tenant).toHaveBeenRefused('T1-AGENT')
})

test('an answer names the rule that refused it', async ({ tenant, request }) => {
  const { AGENTID_AUTHORITY_HOST: host, AGENTID_TENANT_ID: tenantId } = tenant.env
  const answer = await request.post(`${host}/${tenantId}/oauth2/v2.0/token`, { form: {} })
  await expect(answer).toHaveBeenRefused()
})

test.describe('a tenant of your own', () => {
  test.use({
    tenantDescription: { blueprints: ['Planner'], agentIdentities: ['Scheduler'] },
  })

  test('has the names that you gave', async ({ tenant }) => {
    await getAgentToken(tenant.env)
  })
})
