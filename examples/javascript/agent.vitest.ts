import { expect, test } from 'agentid-conformance/vitest'
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

test('a T1 that has expired is refused', async ({ tenant }) => {
  const t1 = await getT1(tenant.env)
  await tenant.advance(7200)
  await expect(getAgentToken(tenant.env, { t1 })).rejects.toThrow('700024')
})

test('the agent tries again when the service is busy', async ({ tenant }) => {
  await tenant.fault({ status: 429, headers: { 'retry-after': '0' } })
  await getAgentToken(tenant.env)
  expect((await tenant.journal()).map(({ httpStatus }) => httpStatus)).toEqual([429, 200, 200])
})

test('a mistake in a fault is an error', async ({ tenant }) => {
  // @ts-expect-error: there is no such member.
  await expect(tenant.fault({ statu: 429 })).rejects.toThrow('statu')
})

test('a misspelt rule is an error', async ({ tenant }) => {
  await expect(expect(tenant).not.toHaveBeenRefused('T1-AGNT')).rejects.toThrow('no rule is called')
})

test('the message of a failure tells what the tenant was asked', async ({ tenant }) => {
  await getT1(tenant.env)
  await expect(expect(tenant).toHaveBeenRefused('T1-AGENT')).rejects.toThrow(
    /expected a refusal under T1-AGENT; the tenant was asked:\n {2}1\. POST .*: 200, issued t1/,
  )
})

test('a tenant of your own has the names that you gave', async ({ agentidMock }) => {
  const planner = { blueprints: ['Planner'], agentIdentities: ['Scheduler'] }
  const tenant = await agentidMock.tenant(planner)
  await getAgentToken(tenant.env)
})

test('a token of a person is made without a sign-in', async ({ tenant }) => {
  const { AGENTID_BLUEPRINT_CLIENT_ID: client = '', AGENTID_AGENT_USER_NAME: user = '' } =
    tenant.env
  const token = await tenant.token({ kind: 'user', user, client, audience: client })
  expect(token.split('.')).toHaveLength(3)
})
