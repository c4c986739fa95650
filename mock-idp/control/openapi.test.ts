import assert from 'node:assert/strict'
import { test } from 'node:test'
import { control, openMock } from '../testing/mock-world.ts'

type Entry = Readonly<Record<string, unknown>>

test('the OpenAPI document names every operation and the shape of its body', async () => {
  const { status, body } = await control(await openMock(), 'GET', '/openapi.json')
  assert.equal(status, 200)
  assert.equal(body.openapi, '3.1.0')
  assert.deepEqual(body.servers, [{ url: 'https://localhost' }])
  const methods = Object.entries(body.paths as Record<string, object>).map(([path, item]) =>
    [path, ...Object.keys(item).filter((one) => one !== 'parameters')].join(' '),
  )
  assert.deepEqual(methods, [
    '/_mock/health get',
    '/_mock/tenants get post',
    '/_mock/tenants/{id} get put delete',
    '/_mock/requests get delete',
    '/_mock/requests/stream get',
    '/_mock/clock get put',
    '/_mock/faults get post delete',
    '/_mock/lifetimes get put',
    '/_mock/chaos get put',
    '/_mock/lag get put',
    '/_mock/graph-tokens post',
    '/_mock/tokens post',
    '/_mock/sign-in get put',
    '/_mock/device-codes post',
    '/_mock/access-policies get post delete',
    '/_mock/access-policies/{policy} delete',
    '/_mock/keys get post',
    '/_mock/keys/stranger get',
    '/_mock/keys/{kid} delete',
    '/_mock/rules get put',
    '/_mock/reset post',
    '/_mock/openapi.json get',
  ])
})

test('the OpenAPI document says which parameters a route reads', async () => {
  const { body } = await control(await openMock(), 'GET', '/openapi.json')
  const paths = body.paths as Readonly<Record<string, Readonly<Record<string, Entry>>>>
  const parameters = (path: string, method: string) =>
    ((paths[path]?.[method]?.parameters ?? []) as readonly Entry[]).map(
      ({ in: place, name, required }) => [place, name, required === true],
    )
  assert.deepEqual(parameters('/_mock/tenants', 'get'), [])
  assert.deepEqual(parameters('/_mock/tenants/{id}', 'get'), [['path', 'id', true]])
  assert.deepEqual(parameters('/_mock/rules', 'put'), [['query', 'tenant', true]])
  assert.deepEqual(parameters('/_mock/access-policies/{policy}', 'delete'), [
    ['query', 'tenant', true],
    ['path', 'policy', true],
  ])
  assert.deepEqual(parameters('/_mock/requests', 'get'), [
    ['query', 'client', false],
    ['query', 'tenant', false],
    ['query', 'last', false],
  ])
  assert.deepEqual(parameters('/_mock/requests/stream', 'get'), [
    ['query', 'tenant', false],
    ['query', 'client', false],
  ])
})
