import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '../../judge/index.ts'
import { groupByClient } from './group-by-client.ts'
import { booking, concierge, entry, refused } from './testing/entries.ts'

const noNames = () => undefined

const finding = (change: Partial<Finding>): Finding => ({
  check: 'LEG-FMI-PATH',
  severity: 'MUST',
  message: 'the request for T1 has no fmi_path',
  expected: 'fmi_path',
  actual: 'no fmi_path',
  ...change,
})

test('requests of a client are counted together, whatever the letter case of its id', () => {
  const requests = [
    entry(1, { parameters: { client_id: booking.toUpperCase() } }),
    refused(2, 'REQ-SCOPE', 90014, { parameters: { client_id: booking } }),
  ]
  const clients = groupByClient(requests, [], (id) =>
    id === booking ? { name: 'Booking', kind: 'agent identity' } : undefined,
  )
  assert.deepEqual(clients, [
    {
      clientId: booking,
      known: { name: 'Booking', kind: 'agent identity' },
      tokenRequests: 2,
      tokensIssued: 1,
      steps: [{ leg: 'other', requests: 2 }],
      findings: [],
    },
  ])
})

test('the client of HTTP Basic is the client', () => {
  const request = entry(1, { parameters: {}, basicClientId: concierge })
  const [client, ...more] = groupByClient([request], [finding({ request: 1 })], noNames)
  assert.deepEqual([client?.clientId, client?.findings.length, more], [concierge, 1, []])
})

test('documents are asked for by no client', () => {
  const document = entry(1, { endpoint: 'discovery', parameters: {} })
  assert.deepEqual(groupByClient([document], [], noNames), [])
})

test('the same finding on several requests is one, with all of them', () => {
  const findings = [1, 2, 3].map((request) => finding({ request, clientId: concierge }))
  const [client] = groupByClient(
    [1, 2, 3].map((n) => entry(n)),
    findings,
    noNames,
  )
  assert.deepEqual(client?.findings, [
    {
      check: 'LEG-FMI-PATH',
      severity: 'MUST',
      message: 'the request for T1 has no fmi_path',
      expected: 'fmi_path',
      actual: 'no fmi_path',
      requests: [1, 2, 3],
    },
  ])
})

test('findings that differ in what was found stay apart, the gravest first', () => {
  const findings = [
    finding({ check: 'X', severity: 'INFO' }),
    finding({ check: 'Y', severity: 'SHOULD' }),
    finding({ actual: 'one' }),
    finding({ actual: 'two' }),
  ]
  const [client] = groupByClient([], findings, noNames)
  assert.deepEqual(
    client?.findings.map(({ check, actual }) => [check, actual]),
    [
      ['LEG-FMI-PATH', 'one'],
      ['LEG-FMI-PATH', 'two'],
      ['Y', 'no fmi_path'],
      ['X', 'no fmi_path'],
    ],
  )
})

test('findings that no request proves come last', () => {
  const findings = [finding({ check: 'LOG-SECRETS' })]
  const clients = groupByClient([entry(1)], findings, noNames)
  assert.deepEqual(
    clients.map(({ clientId, findings }) => [clientId, findings.length]),
    [
      [concierge, 0],
      [undefined, 1],
    ],
  )
})
