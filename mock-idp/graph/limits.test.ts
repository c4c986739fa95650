import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { makeAgent, openGraph } from '../testing/open-graph.ts'

const numbered = (at: number) => `99999999-0000-4000-8000-${String(at).padStart(12, '0')}`
const times = (count: number) => Array.from({ length: count }, (_, at) => at)
const sponsors = { 'sponsors@odata.bind': [seedIds.administrator] }

test('of 251 agent identities that an application makes the last is refused, and one of a user is not', async () => {
  const graph = await openGraph()
  const roles = ['AgentIdentity.Create.All']
  const token = await graph.tokenFor({ clientId: seedIds.provisioner, roles })
  const path = '/v1.0/servicePrincipals/graph.agentIdentity'
  const body = { displayName: 'A', agentIdentityBlueprintId: seedIds.courier, ...sponsors }
  const create = () => graph.ask('POST', path, body, { token })
  const made: string[] = []
  for (const _ of times(250)) made.push((await create()).body.id)
  const refused = await create()
  assert.deepEqual([refused.status, refused.body.error.code], [403, 'AgentIdentity_LimitExceeded'])
  await graph.ask('DELETE', `/v1.0/servicePrincipals/${made[0]}`)
  assert.equal((await create()).rule, 'AGENT-LIMIT', 'deleted ones count')
  assert.equal((await graph.ask('POST', path, body)).status, 201)
})

test('the 21st federated identity credential of an application is refused', async () => {
  const graph = await openGraph()
  const { blueprintId } = await makeAgent(graph)
  const path = `/v1.0/applications/${blueprintId}/federatedIdentityCredentials`
  const add = (at: number) =>
    graph.ask('POST', path, {
      ...{ name: `fic-${at}`, issuer: 'https://issuer.example', subject: String(at) },
      audiences: ['api://AzureADTokenExchange'],
    })
  for (const at of times(20)) assert.equal((await add(at)).status, 201)
  const refused = await add(20)
  assert.deepEqual([refused.status, refused.rule], [403, 'FEDERATION-LIMIT'])
  const again = await add(3)
  assert.deepEqual([again.status, again.rule], [409, 'FEDERATION-NAME-SINGLE'])
})

test('the eleventh resource of inheritable permissions is refused', async () => {
  const graph = await openGraph()
  const { blueprintId } = await makeAgent(graph)
  const path = `/v1.0/applications/${blueprintId}/inheritablePermissions`
  const add = (at: number) => graph.ask('POST', path, { resourceAppId: numbered(at) })
  for (const at of times(10)) assert.equal((await add(at)).status, 201)
  assert.equal((await add(10)).rule, 'INHERIT-LIMIT')
})

test('sponsors are a hundred at most, five of them groups, and no security groups', async () => {
  const users = times(101).map((at) => ({
    id: numbered(at),
    displayName: `U${at}`,
    userPrincipalName: `u${at}@contoso.example`,
  }))
  const groups = times(7).map((at) => ({
    id: numbered(200 + at),
    displayName: `G${at}`,
    kind: at === 6 ? ('security' as const) : ('dynamic' as const),
  }))
  const graph = await openGraph({
    change: (tenant) => ({ ...tenant, users: [...(tenant.users ?? []), ...users], groups }),
  })
  const { agentId } = await makeAgent(graph)
  const path = '/v1.0/servicePrincipals/graph.agentIdentity'
  const create = (ids: readonly string[]) =>
    graph.ask('POST', path, {
      displayName: 'A',
      agentIdentityBlueprintId: seedIds.concierge,
      'sponsors@odata.bind': ids.map(
        (id) => `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
      ),
    })
  const ruleOf = async (ids: readonly string[]) => (await create(ids)).rule
  const userIds = users.map(({ id }) => id)
  const groupIds = groups.map(({ id }) => id)
  assert.equal(await ruleOf(userIds.slice(0, 100)), undefined)
  assert.equal(await ruleOf(userIds), 'SPONSOR-LIMIT')
  assert.equal(await ruleOf(groupIds.slice(0, 5)), undefined)
  assert.equal(await ruleOf(groupIds.slice(0, 6)), 'SPONSOR-LIMIT')
  assert.equal(await ruleOf(groupIds.slice(6)), 'SPONSOR-KIND')
  assert.equal(await ruleOf([agentId]), 'SPONSOR-KIND')
})

test('a service principal sponsors a blueprint principal, and no agent identity', async () => {
  const graph = await openGraph()
  const { principalId, agentId } = await makeAgent(graph)
  const reference = { '@odata.id': `servicePrincipals/${seedIds.intranetPrincipal}` }
  const add = (id: string) =>
    graph.ask('POST', `/v1.0/servicePrincipals/${id}/sponsors/$ref`, reference)
  assert.equal((await add(principalId)).status, 204)
  assert.equal((await add(agentId)).rule, 'SPONSOR-KIND')
})

for (const query of [
  `$filter=${'('.repeat(5000)}`,
  `$filter=${'not '.repeat(2000)}accountEnabled`,
  `$search=${'('.repeat(5000)}`,
  `$expand=${'owners($expand='.repeat(1000)}`,
]) {
  test(`${query.slice(0, 24)}…, which nests too deeply, is refused as a query`, async () => {
    const { ask } = await openGraph()
    const answer = await ask('GET', `/v1.0/users?${query}`)
    assert.deepEqual([answer.status, answer.rule], [400, 'GRAPH-QUERY'])
  })
}
