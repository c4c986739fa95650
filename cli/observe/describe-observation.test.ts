import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainPage } from '../testing/fake-surroundings.ts'
import { describeObservation } from './describe-observation.ts'
import type { Observation, ObservedClient, ObservedFinding } from './observation.ts'
import { concierge, entry, refused, tenantId } from './testing/entries.ts'

const finding: ObservedFinding = {
  check: 'LEG-FMI-PATH',
  severity: 'MUST',
  message: 'the request for T1 has no fmi_path',
  expected: 'fmi_path with the client id of the agent identity',
  actual: 'no fmi_path',
  requests: [1],
}
const client: ObservedClient = {
  clientId: concierge,
  known: { name: 'Concierge', kind: 'blueprint' },
  tokenRequests: 1,
  tokensIssued: 0,
  steps: [{ leg: 't1', requests: 1 }],
  findings: [finding],
}

const parameters = { client_id: concierge, client_secret: '***', 'x-client-SKU': 'msal.js.node' }

function described(change: Partial<Observation>): string {
  const observation: Observation = {
    program: { command: ['app'], exitCode: 0, signal: null },
    verdict: 'does not conform',
    problems: [],
    clients: [],
    refusals: [],
    requests: [entry(1, { parameters })],
    ...change,
  }
  return describeObservation(observation, { AGENTID_TENANT_ID: tenantId }, plainPage()).join('\n')
}

test('a finding stands by its client, with the request that proves it', () => {
  assert.equal(
    described({ clients: [client] }),
    `Concierge, blueprint ${concierge}: 1 token request, no tokens issued
  MUST LEG-FMI-PATH the request for T1 has no fmi_path
    expected  fmi_path with the client id of the agent identity
    actual    no fmi_path
    do        Send it once: in step 1, with the client id of the agent identity.
    request 1: POST login.microsoftonline.com/${tenantId}/oauth2/v2.0/token
      client_id=${concierge}
      client_secret=***
      and 1 telemetry parameter

does not conform (findings: 1 MUST)`,
  )
})

test('a finding on many requests shows the first and names the others', () => {
  const requests = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  const text = described({ clients: [{ ...client, findings: [{ ...finding, requests }] }] })
  assert.match(text, /has no fmi_path \(in 9 requests: 1, 2, 3, 4, 5, 6, 7, 8, …\)\n/)
  assert.equal(text.split('request 1: POST').length, 2)
})

test('a client that the directory does not know is said to be unknown', () => {
  const text = described({ clients: [{ ...client, known: undefined, findings: [] }] })
  assert.match(text, /^A client that the mock does not know 2000.*\n {2}no findings\n/)
})

test('a query is part of the request, without telemetry', () => {
  const query = { fmi_path: 'a', 'client-request-id': 'b' }
  const text = described({ clients: [client], requests: [entry(1, { query })] })
  assert.match(text, /\/token\?fmi_path=a\n/)
})

test('what would steer the terminal is spelled out', () => {
  const steering = { client_id: '\u001b[31mred', '\u001b]0;title': 'x' }
  const text = described({ clients: [client], requests: [entry(1, { parameters: steering })] })
  assert.match(text, /client_id=\\u001b\[31mred\n/)
  assert.ok(!text.includes('\u001b'))
})

test('a refusal of an unknown object tells the ids that the mock knows', () => {
  const refusal = {
    rule: 'TENANT-KNOWN',
    title: 'Only a tenant that exists issues tokens',
    aadsts: 90002,
    requests: [1],
  }
  const text = described({ refusals: [refusal], requests: [refused(1, 'TENANT-KNOWN', 90002)] })
  assert.match(text, /^What the mock refused\n {2}TENANT-KNOWN AADSTS90002 Only a tenant /)
  assert.match(text, new RegExp(`\n {4}AGENTID_TENANT_ID=${tenantId}\n`))
})

test('a refusal of anything else does not', () => {
  const refusal = { rule: 'REQ-SCOPE', title: 'A scope', aadsts: 90014, requests: [1] }
  assert.doesNotMatch(described({ refusals: [refusal] }), /AGENTID_TENANT_ID/)
})

test('calls to Microsoft Graph are counted and not judged', () => {
  const call = { endpoint: 'unknown', host: 'graph.microsoft.com', path: '/v1.0/me' } as const
  const requests = [refused(1, 'REQ-PATH', 90023, call), refused(2, 'REQ-PATH', 90023, call)]
  assert.match(described({ requests }), /^The program sent 2 calls to Microsoft Graph that the/)
})
