import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nodePlatform } from '../keys/node-platform.ts'
import { buildTenant } from './build-tenant.ts'
import { complete } from './complete.ts'
import type { TenantDescription } from './description.ts'
import { createDirectory } from './directory.ts'

const contosoId = '10000000-c0de-4a11-8000-000000000001'
const fabrikamId = '10000000-c0de-4a11-8000-000000000002'
const appId = '20000000-c0de-4a11-8000-000000000001'
const blueprint = { appId, displayName: 'Concierge', principal: null }

const tenantOf = (description: TenantDescription) =>
  buildTenant(complete(description), nodePlatform.readCertificate)
const contoso = (change: Partial<TenantDescription> = {}) =>
  tenantOf({ tenantId: contosoId, displayName: 'Contoso', ...change })
const fabrikam = (change: Partial<TenantDescription> = {}) =>
  tenantOf({ tenantId: fabrikamId, displayName: 'Fabrikam', ...change })

test('a tenant is found by its id and its domains, in any letter case', async () => {
  const directory = createDirectory()
  const tenant = await contoso({ domains: ['Contoso.Example', 'contoso.test'] })
  directory.put(tenant)
  for (const name of [
    contosoId,
    contosoId.toUpperCase(),
    'contoso.example',
    'CONTOSO.EXAMPLE',
    'contoso.test',
  ]) {
    assert.equal(directory.findTenant(name), tenant)
  }
  for (const name of ['', 'contoso', fabrikamId, 'fabrikam.example']) {
    assert.equal(directory.findTenant(name), undefined)
  }
})

test('an application is found wherever its home is', async () => {
  const directory = createDirectory()
  directory.put(await contoso({ blueprints: [blueprint] }))
  assert.equal(directory.findApplication(appId)?.homeTenantId, contosoId)
  assert.equal(directory.findApplication(fabrikamId), undefined)
})

test('a tenant that is put again replaces itself, its domains and its applications', async () => {
  const directory = createDirectory()
  directory.put(await contoso({ domains: ['old.example'], blueprints: [blueprint] }))
  directory.put(await contoso({ domains: ['new.example'] }))
  assert.equal([...directory.tenants()].length, 1)
  assert.equal(directory.findTenant('old.example'), undefined)
  assert.equal(directory.findTenant('new.example')?.id, contosoId)
  assert.equal(directory.findApplication(appId), undefined)
})

test('a removed tenant leaves nothing behind, so that its names are free', async () => {
  const directory = createDirectory()
  directory.put(await contoso({ domains: ['contoso.example'], blueprints: [blueprint] }))
  directory.remove(contosoId)
  directory.remove(contosoId)
  assert.deepEqual([...directory.tenants()], [])
  directory.put(await fabrikam({ domains: ['contoso.example'], blueprints: [blueprint] }))
  assert.equal(directory.findTenant('contoso.example')?.id, fabrikamId)
})

test('a domain of another tenant is refused, and nothing changes', async () => {
  const directory = createDirectory()
  directory.put(await contoso({ domains: ['contoso.example'] }))
  const taken = await fabrikam({ domains: ['fabrikam.example', 'CONTOSO.example'] })
  assert.throws(() => directory.put(taken), {
    name: 'DirectoryConflict',
    message:
      'the domain contoso.example already belongs to another tenant; choose another one, or remove that tenant first',
  })
  assert.equal(directory.findTenant('fabrikam.example'), undefined)
  assert.equal(directory.findTenant('contoso.example')?.id, contosoId)
})

test('an application id of another tenant is refused, and nothing changes', async () => {
  const directory = createDirectory()
  directory.put(await contoso({ blueprints: [blueprint] }))
  const taken = await fabrikam({ applications: [blueprint] })
  assert.throws(() => directory.put(taken), {
    name: 'DirectoryConflict',
    message: `the application id ${appId} already belongs to another tenant; choose another one, or remove that tenant first`,
  })
  assert.equal(directory.findTenant(fabrikamId), undefined)
  assert.equal(directory.findApplication(appId)?.homeTenantId, contosoId)
})

test('a tenant that is replaced keeps its place', async () => {
  const directory = createDirectory()
  directory.put(await contoso())
  directory.put(await fabrikam())
  directory.put(await contoso({ displayName: 'Contoso again' }))
  assert.deepEqual(
    [...directory.tenants()].map(({ displayName }) => displayName),
    ['Contoso again', 'Fabrikam'],
  )
})
