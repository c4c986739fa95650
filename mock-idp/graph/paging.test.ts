import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { openGraph } from '../testing/open-graph.ts'

const agents = Array.from({ length: 25 }, (_, at) => ({
  id: `31000000-c0de-4a11-8000-0000000000${String(at + 10)}`,
  displayName: `Agent ${at}`,
  blueprint: seedIds.concierge,
}))
const open = () => openGraph({ change: (tenant) => ({ ...tenant, agentIdentities: agents }) })
const local = (link: string) => link.replace('https://graph.microsoft.com', '')
const idsOf = (body: { value: { id: string }[] }) => body.value.map(({ id }) => id)
const first = '/v1.0/servicePrincipals/microsoft.graph.agentIdentity?$top=10&$select=id'

test('pages follow their links to the last object', async () => {
  const { ask } = await open()
  const seen: string[] = []
  let link: string | undefined = first
  while (link) {
    const { body } = await ask('GET', local(link))
    seen.push(...idsOf(body))
    link = body['@odata.nextLink']
  }
  assert.deepEqual(
    seen,
    agents.map(({ id }) => id),
  )
})

test('what is there throughout comes once while others come and go', async () => {
  const { ask } = await open()
  const one = await ask('GET', first)
  for (const at of [0, 9, 10, 24]) {
    await ask('DELETE', `/v1.0/servicePrincipals/${agents[at]?.id}`)
  }
  await ask('POST', `/v1.0/directory/deletedItems/${agents[0]?.id}/restore`)
  const two = await ask('GET', local(one.body['@odata.nextLink']))
  const three = await ask('GET', local(two.body['@odata.nextLink']))
  const rest = [...idsOf(two.body), ...idsOf(three.body)]
  const stayed = agents.slice(11, 24).map(({ id }) => id)
  assert.deepEqual(rest, [...stayed, agents[0]?.id])
})

test('a list of what belongs to one object goes on behind a hundred', async () => {
  const owners = Array.from({ length: 130 }, (_, at) => ({
    id: `72000000-c0de-4a11-8000-${String(at).padStart(12, '0')}`,
    displayName: `Owner ${at}`,
    userPrincipalName: `owner${at}@contoso.example`,
  }))
  const { ask } = await openGraph({
    change: (tenant) => ({
      ...tenant,
      users: [...(tenant.users ?? []), ...owners],
      groups: [{ id: seedIds.agentOwners, displayName: 'G', members: owners.map(({ id }) => id) }],
    }),
  })
  const one = await ask('GET', `/v1.0/groups/${seedIds.agentOwners}/members?$select=id`)
  assert.equal(one.body.value.length, 100)
  const two = await ask('GET', local(one.body['@odata.nextLink']))
  assert.deepEqual(
    [...idsOf(one.body), ...idsOf(two.body)],
    owners.map(({ id }) => id),
  )
  assert.equal(two.body['@odata.nextLink'], undefined)
})

test('selected names are found in any letter case and answered as they are spelled', async () => {
  const { ask } = await open()
  const { body } = await ask(
    'GET',
    `/v1.0/servicePrincipals/${agents[0]?.id}?$select=DISPLAYNAME,appid`,
  )
  assert.deepEqual([body.displayName, body.appId, body.id], ['Agent 0', agents[0]?.id, undefined])
})
