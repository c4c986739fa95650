import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type RunningMockIdp, startMockIdp } from '../../mock-idp/node.ts'
import { openApiDirectory, usualRole, usualScope } from '../apis/api-directory.ts'
import { runningTarget } from './running.ts'

let mock: RunningMockIdp
before(async () => {
  mock = await startMockIdp({ port: 0 })
})
after(() => mock.close())

const appId = '70000000-c0de-4a11-8000-0000000000aa'
const described = { role: usualRole, scope: usualScope, audience: appId }

test('guests join the tenant of a running mock, and leave it as it was', async () => {
  const { tenantId } = await mock.tenants.create()
  const before = mock.tenants.describe(tenantId)
  const { authorityHost, caFile } = mock
  const target = await runningTarget({ authorityHost, caFile, tenantId })
  try {
    const directory = await openApiDirectory(target, described)
    assert.equal(directory.tenantId('Contoso'), tenantId)
    const joined = mock.tenants.describe(tenantId)
    assert.ok(joined.resources?.some((resource) => resource.appId === appId))
    assert.ok(before.users?.every(({ id }) => joined.users?.some((user) => user.id === id)))
    await directory.close()
    assert.deepEqual(mock.tenants.describe(tenantId), before)
  } finally {
    await target.close()
  }
})

test('a tenant that the mock does not have is named', async () => {
  const { authorityHost, caFile } = mock
  await assert.rejects(runningTarget({ authorityHost, caFile, tenantId: appId }), {
    name: 'TargetUnreachable',
    message: /does not describe the tenant .*HTTP 404.*AGENTID_TENANT_ID/,
  })
})
