import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareObjects, isOfDirectory } from './compare-objects.ts'

const booking = { id: '{Booking}', tags: [], notes: null, info: { logoUrl: null }, enabled: true }

test('objects that say other things of the same kind do not differ', () => {
  const other = { ...booking, id: 'shape:guid', tags: ['shape:text'], notes: 'shape:text' }
  assert.deepEqual(compareObjects('', other, booking), [])
})

test('lists are held against each other by their first objects, however many there are', () => {
  const [live, mock] = [{ value: [booking, booking] }, { value: [booking] }]
  assert.deepEqual(compareObjects('', live, mock), [])
  assert.deepEqual(compareObjects('', { value: [] }, mock), [])
})

test('a member that only one of them has is told with its place', () => {
  const { notes: _, ...without } = booking
  assert.deepEqual(compareObjects('', { value: [without] }, { value: [booking] }), [
    { kind: 'member absent', where: 'value[0].notes', live: 'absent', mock: 'null' },
  ])
  assert.deepEqual(compareObjects('', { ...booking, agent: true }, booking), [
    { kind: 'member present', where: 'agent', live: 'true', mock: 'absent' },
  ])
})

test('a member of another JSON type is told', () => {
  assert.deepEqual(compareObjects('', { ...booking, enabled: 'shape:text' }, booking), [
    { kind: 'member shape', where: 'enabled', live: 'shape:text', mock: 'true' },
  ])
  assert.deepEqual(compareObjects('', { ...booking, info: ['shape:text'] }, booking), [
    {
      kind: 'member shape',
      where: 'info',
      live: '["shape:text"]',
      mock: '{"logoUrl":null}',
    },
  ])
})

test('objects are what comes with a context', () => {
  assert.equal(isOfDirectory({ '@odata.context': '{authority}' }), true)
  assert.equal(isOfDirectory({ access_token: 'shape:token' }), false)
})
