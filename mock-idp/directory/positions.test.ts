import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nodePlatform } from '../keys/node-platform.ts'
import { buildTenant } from './build-tenant.ts'
import { complete } from './complete.ts'
import { positionsIn, sharePositions } from './positions.ts'
import type { Tenant } from './tenant.ts'

const tenantId = '10000000-c0de-4a11-8000-000000000001'
const empty = await buildTenant(
  complete({ tenantId, displayName: 'X' }),
  nodePlatform.readCertificate,
)

/** A tenant whose users are only keys; the directory makes another tenant of it after every change. */
function open(...keys: string[]) {
  const users = new Map(keys.map((key) => [key, {}])) as unknown as Tenant['users']
  const change = users as Map<string, unknown>
  const places = (...asked: string[]) => asked.map(positionsIn({ ...empty, users }, 'users'))
  return { users, change, places }
}

test('places grow along a collection and stay when others come and go', () => {
  const { change, places } = open('a', 'b', 'c')
  assert.deepEqual(places('a', 'b', 'c'), [1, 2, 3])
  change.delete('b')
  change.set('d', {})
  assert.deepEqual(places('a', 'c', 'd'), [1, 3, 4])
})

test('what is changed keeps its place, and what is removed and put again has a new one', () => {
  const { change, places } = open('a', 'b')
  assert.deepEqual(places('a', 'b'), [1, 2])
  change.set('a', { changed: true })
  assert.deepEqual(places('a', 'b'), [1, 2])
  change.delete('a')
  change.set('a', {})
  assert.deepEqual(places('a', 'b'), [3, 2])
})

test('what is not there has the place before all others', () => {
  assert.deepEqual(open('a').places('b', '__proto__'), [0, 0])
})

test('a copy goes by the places of its original', () => {
  const { users, change, places } = open('a', 'b', 'c')
  places('a')
  change.delete('a')
  const copy = new Map(users)
  sharePositions(copy, users)
  copy.delete('b')
  assert.deepEqual(['c'].map(positionsIn({ ...empty, users: copy }, 'users')), [3])
})
