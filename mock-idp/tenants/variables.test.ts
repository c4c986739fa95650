import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complete } from '../directory/complete.ts'
import { seededDirectory } from '../directory/seed.ts'
import { variablesOf } from './variables.ts'

const [contoso, fabrikam] = seededDirectory().tenants.map(complete)

test('the variables of Contoso name what the features call by name', () => {
  assert.ok(contoso)
  assert.deepEqual(variablesOf(contoso, 'https://localhost:8443'), {
    AGENTID_AUTHORITY_HOST: 'https://localhost:8443',
    AGENTID_GRAPH_URL: 'https://localhost:8443',
    AGENTID_TENANT_ID: '10000000-c0de-4a11-8000-000000000001',
    AGENTID_BLUEPRINT_CLIENT_ID: '20000000-c0de-4a11-8000-000000000001',
    AGENTID_BLUEPRINT_SECRET: 'concierge-secret-for-tests-only',
    AGENTID_AGENT_ID: '30000000-c0de-4a11-8000-000000000001',
    AGENTID_AGENT_USER_ID: '72000000-c0de-4a11-8000-000000000001',
    AGENTID_AGENT_USER_NAME: 'booking@contoso.example',
    AGENTID_SECOND_AGENT_ID: '30000000-c0de-4a11-8000-000000000002',
    AGENTID_OTHER_BLUEPRINT_CLIENT_ID: '20000000-c0de-4a11-8000-000000000002',
    AGENTID_OTHER_BLUEPRINT_SECRET: 'courier-secret-for-tests-only',
    AGENTID_OTHER_AGENT_ID: '30000000-c0de-4a11-8000-000000000003',
    AGENTID_SCOPE: 'https://graph.microsoft.com/.default',
  })
})

test('the scope of a sovereign cloud is that of its Microsoft Graph', () => {
  assert.ok(contoso)
  const scopeIn = (cloud: 'usGovernment' | 'china') =>
    variablesOf({ ...contoso, cloud }, 'https://localhost').AGENTID_SCOPE
  assert.equal(scopeIn('usGovernment'), 'https://graph.microsoft.us/.default')
  assert.equal(scopeIn('china'), 'https://microsoftgraph.chinacloudapi.cn/.default')
})

test('the agent user is that of the first agent identity, and of no other', () => {
  assert.ok(contoso)
  const users = contoso.users.filter(({ identityParentId }) => identityParentId === undefined)
  const other = { ...contoso.users.at(-1), identityParentId: contoso.agentIdentities[1]?.id }
  const { AGENTID_AGENT_USER_ID } = variablesOf(
    { ...contoso, users: [...users, other as (typeof users)[number]] },
    'https://localhost',
  )
  assert.equal(AGENTID_AGENT_USER_ID, undefined)
})

test('what a tenant does not have is not named', () => {
  assert.ok(fabrikam)
  assert.deepEqual(variablesOf(fabrikam, 'https://localhost'), {
    AGENTID_AUTHORITY_HOST: 'https://localhost',
    AGENTID_GRAPH_URL: 'https://localhost',
    AGENTID_TENANT_ID: '10000000-c0de-4a11-8000-000000000002',
    AGENTID_SCOPE: 'https://graph.microsoft.com/.default',
  })
})
