import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { routesOf } from './app.ts'
import { knownPaths, nearestPath } from './unknown-path.ts'

const sandboxOf = () => {
  throw new Error('no request is made here')
}
const known = knownPaths(routesOf({ everyKey: () => [], sandboxOf }).map(({ path }) => path))

const mistyped = [
  ['/contoso.example/oauth2/v2.0/tokens', '/{tenant}/oauth2/v2.0/token'],
  ['/contoso.example/oauth2/token', '/{tenant}/oauth2/v2.0/token'],
  ['/contoso.example/oauth2/v2.0/Token', '/{tenant}/oauth2/v2.0/token'],
  [
    '/contoso.example/v2.0/.well-known/openid-config',
    '/{tenant}/v2.0/.well-known/openid-configuration',
  ],
  ['/contoso.example/discovery/v2.0/key', '/{tenant}/discovery/v2.0/keys'],
  ['/common/discovery/instances', '/common/discovery/instance'],
  ['/metadata/identity/token', '/metadata/identity/oauth2/token'],
  ['/msi/tokens', '/msi/token'],
  ['/_mock/tenant', '/_mock/tenants'],
  ['/_mock/lags', '/_mock/lag'],
  ['/_mock/lifetime', '/_mock/lifetimes'],
  ['/_mock/chaos/', '/_mock/chaos'],
  ['/_mock/graph-token', '/_mock/graph-tokens'],
] as const

for (const [path, nearest] of mistyped) {
  test(`the path nearest to ${path} is ${nearest}`, () =>
    assert.equal(nearestPath(path, known), nearest))
}

test('every known path is nearest to itself', () => {
  for (const path of known) {
    assert.equal(nearestPath(path.replace('{tenant}', 'contoso.example'), known), path)
  }
})

test('any text has a nearest path, which is a known one', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webPath()), (path) => {
      assert.ok(known.includes(nearestPath(path, known)))
    }),
  ))

test('a very long path has a nearest path too', () => {
  assert.ok(known.includes(nearestPath(`/${'a'.repeat(8_000)}/token`, known)))
})

test('one wrong letter behind the tenant leads to the path that was meant', () => {
  const path = '/contoso.example/oauth2/v2.0/token'
  return fc.assert(
    fc.property(fc.integer({ min: 17, max: path.length - 1 }), (at) => {
      const wrong = `${path.slice(0, at)}x${path.slice(at + 1)}`
      assert.equal(nearestPath(wrong, known), '/{tenant}/oauth2/v2.0/token')
    }),
  )
})
