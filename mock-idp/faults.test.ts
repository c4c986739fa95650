import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFaults, type Fault } from './faults.ts'

const booking = '30000000-c0de-4a11-8000-000000000001'
const t1 = new Map([
  ['client_id', 'concierge'],
  ['fmi_path', booking],
])
const redemption = new Map([
  ['client_id', booking],
  ['client_assertion', 'T1'],
])
const own = new Map([['client_id', 'concierge']])
const requests = { t1, redemption, own }

const cases: readonly [string, Partial<Fault>, readonly (keyof typeof requests)[]][] = [
  ['no condition', {}, ['t1', 'redemption', 'own']],
  ['the leg t1', { leg: 't1' }, ['t1']],
  ['the leg redemption', { leg: 'redemption' }, ['redemption']],
  ['a client', { clientId: 'concierge' }, ['t1', 'own']],
  ['an fmi_path', { fmiPath: booking }, ['t1']],
  ['another fmi_path', { fmiPath: 'x' }, []],
  ['a leg and a client', { leg: 'redemption', clientId: 'concierge' }, []],
]

for (const [what, condition, hit] of cases) {
  test(`a fault for ${what} meets ${hit.join(', ') || 'nothing'}`, () => {
    for (const name of ['t1', 'redemption', 'own'] as const) {
      const faults = createFaults()
      faults.add({ status: 503, ...condition })
      assert.equal(faults.take(requests[name])?.status, hit.includes(name) ? 503 : undefined)
    }
  })
}

test('a fault meets one request unless a number is named', () => {
  const faults = createFaults()
  faults.add({ status: 503 })
  assert.equal(faults.take(t1)?.status, 503)
  assert.equal(faults.take(t1), undefined)
  assert.deepEqual(faults.pending(), [])
})

test('a fault is counted down by the requests it meets, and by no others', () => {
  const faults = createFaults()
  faults.add({ status: 429, leg: 't1', times: 2 })
  faults.take(redemption)
  assert.deepEqual(faults.pending(), [{ status: 429, leg: 't1', times: 2 }])
  faults.take(t1)
  assert.deepEqual(faults.pending(), [{ status: 429, leg: 't1', times: 1 }])
  faults.take(t1)
  assert.equal(faults.take(t1), undefined)
})

test('of several faults that match the first one set is met first', () => {
  const faults = createFaults()
  for (const status of [500, 502, 503]) faults.add({ status })
  assert.deepEqual(
    [1, 2, 3, 4].map(() => faults.take(own)?.status),
    [500, 502, 503, undefined],
  )
})

test('cleared faults meet nothing', () => {
  const faults = createFaults()
  faults.add({ status: 503, times: 9 })
  faults.clear()
  assert.equal(faults.take(own), undefined)
})
