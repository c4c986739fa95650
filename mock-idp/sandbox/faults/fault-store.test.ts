import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fault, FaultableRequest } from './fault.ts'
import { createFaults } from './fault-store.ts'

const booking = '30000000-c0de-4a11-8000-000000000001'
const token = (...parameters: readonly (readonly [string, string])[]): FaultableRequest => ({
  endpoint: 'token',
  parameters: new Map(parameters),
})
const grantTypes = 'urn:ietf:params:oauth:grant-type:'
const requests = {
  t1: token(['client_id', 'concierge'], ['fmi_path', booking]),
  redemption: token(['client_id', booking], ['client_assertion', 'T1']),
  t2: token(['client_assertion', 'T1'], ['scope', 'api://AzureADTokenExchange/.default']),
  obo: token(['client_assertion', 'T1'], ['grant_type', `${grantTypes}jwt-bearer`]),
  agentUser: token(['client_assertion', 'T1'], ['grant_type', 'user_fic']),
  refresh: token(['client_assertion', 'T1'], ['grant_type', 'refresh_token']),
  refreshBySecret: token(['client_secret', 's'], ['grant_type', 'refresh_token']),
  own: token(['client_id', 'concierge']),
  basic: {
    ...token(['scope', 'api']),
    authorization: `Basic ${Buffer.from('Concierge:secret').toString('base64')}`,
  },
  keys: { endpoint: 'keys' },
} as const satisfies Record<string, FaultableRequest>
const delegated = ['t2', 'obo', 'agentUser', 'refresh'] as const
const names = ['t1', 'redemption', ...delegated, 'refreshBySecret', 'own', 'basic', 'keys'] as const
const all = names.filter((name) => name !== 'keys')
const { t1, redemption, own } = requests

const cases: readonly [string, Fault, readonly (keyof typeof requests)[]][] = [
  ['no condition', {}, all],
  ['the token endpoint', { endpoint: 'token' }, all],
  ['the key set', { endpoint: 'keys' }, ['keys']],
  ['discovery', { endpoint: 'discovery' }, []],
  ['the leg t1', { leg: 't1' }, ['t1']],
  ['the leg redemption', { leg: 'redemption' }, ['redemption']],
  ['the leg t2', { leg: 't2' }, ['t2']],
  ['the leg obo', { leg: 'obo' }, ['obo']],
  ['the leg agentUser', { leg: 'agentUser' }, ['agentUser']],
  ['the leg refresh', { leg: 'refresh' }, ['refresh', 'refreshBySecret']],
  ['a client', { clientId: 'CONCIERGE' }, ['t1', 'own', 'basic']],
  ['an fmi_path', { fmiPath: booking }, ['t1']],
  ['another fmi_path', { fmiPath: 'x' }, []],
  ['a leg and a client', { leg: 'redemption', clientId: 'concierge' }, []],
]

for (const [what, condition, hit] of cases) {
  test(`a fault for ${what} meets ${hit.join(', ') || 'nothing'}`, () => {
    for (const name of names) {
      const faults = createFaults()
      faults.add({ status: 503, ...condition })
      assert.equal(faults.take(requests[name])?.status, hit.includes(name) ? 503 : undefined)
    }
  })
}

const statuses = (faults: ReturnType<typeof createFaults>, ...asked: FaultableRequest[]) =>
  asked.map((request) => faults.take(request)?.status)

test('a fault meets one request unless a number is named', () => {
  const faults = createFaults()
  faults.add({ status: 503 })
  assert.deepEqual(statuses(faults, t1, t1), [503, undefined])
  assert.deepEqual(faults.pending(), [])
})

test('a fault is counted down by the requests it meets, and by no others', () => {
  const faults = createFaults()
  faults.add({ status: 429, leg: 't1', times: 2 })
  faults.take(redemption)
  assert.deepEqual(faults.pending(), [{ status: 429, leg: 't1', times: 2 }])
  faults.take(t1)
  assert.deepEqual(faults.pending(), [{ status: 429, leg: 't1', times: 1 }])
  assert.deepEqual(statuses(faults, t1, t1), [429, undefined])
})

test('of several faults that match the first one set is met first', () => {
  const faults = createFaults()
  for (const status of [500, 502, 503]) faults.add({ status })
  assert.deepEqual(statuses(faults, own, own, own, own), [500, 502, 503, undefined])
})

test('a fault lets as many matching requests pass as it was told', () => {
  const faults = createFaults()
  faults.add({ status: 503, leg: 't1', skip: 2, times: 2 })
  assert.deepEqual(statuses(faults, t1, redemption, t1), [undefined, undefined, undefined])
  assert.deepEqual(faults.pending(), [{ status: 503, leg: 't1', skip: 0, times: 2 }])
  assert.deepEqual(statuses(faults, t1, t1, t1), [503, 503, undefined])
})

test('the second request is the second in whatever order its fault was set', () => {
  const [first, second]: readonly Fault[] = [{ status: 500 }, { status: 502, skip: 1 }]
  for (const order of [
    [first, second],
    [second, first],
  ]) {
    const faults = createFaults()
    for (const fault of order) faults.add(fault ?? {})
    assert.deepEqual(statuses(faults, own, own, own), [500, 502, undefined])
  }
})

test('cleared faults meet nothing', () => {
  const faults = createFaults()
  faults.add({ status: 503, times: 9 })
  faults.clear()
  assert.equal(faults.take(own), undefined)
})
