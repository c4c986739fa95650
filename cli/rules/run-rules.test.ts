import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules } from '../../mock-idp/index.ts'
import { fakeSurroundings } from '../testing/fake-surroundings.ts'
import { runRules } from './run-rules.ts'

const written = (json: boolean, terminal?: { readonly columns: number }) => {
  const surroundings = fakeSurroundings({ env: { NO_COLOR: '1' }, ...(terminal && { terminal }) })
  assert.equal(runRules({ json }, surroundings), 0)
  return surroundings.out()
}

test('not on a terminal, every rule is one line', () => {
  const lines = written(false).split('\n')
  for (const { id } of rules) {
    assert.equal(lines.filter((line) => line.startsWith(`${id} `)).length, 1, id)
  }
})

test('a line has id, sentence, error, number and evidence', () => {
  const line = written(false)
    .split('\n')
    .find((text) => text.startsWith('T1-AGENT '))
  assert.deepEqual(line?.split(/ {2,}/), [
    'T1-AGENT',
    'Only the agent identity that T1 names can redeem it',
    'invalid_client',
    'AADSTS7002137',
    'documented, answer inferred',
  ])
})

test('inferred is explained below the table', () => {
  assert.match(written(false), /\n\* no strong evidence that Entra refuses it; .*\n$/)
})

test('areas come in the order of a request', () => {
  const headings = written(false)
    .split('\n')
    .filter((line) => line !== '' && !line.includes('  ') && !line.startsWith('*'))
  assert.deepEqual(headings, [
    'Request',
    'Tenant',
    'Client',
    'On behalf of a person',
    'Credential',
    'Client assertion',
    'Certificate',
    'Federated identity credential',
    'T1',
    'Device code',
    'Authorization code',
    'Refresh token',
    'Agent user',
    'Scope and resource',
    'Consent and assignment',
    'fmi_path',
    'Conditional Access',
    'Sign-in',
    'Consent of an administrator',
    'Discovery',
    'Managed identity',
    'Microsoft Graph: calls and queries',
    'User information',
    'Microsoft Graph: agent identities',
    'Microsoft Graph: blueprints',
    'Microsoft Graph: credentials',
    'Microsoft Graph: grants',
    'What is answered',
    'What a client sends',
    'What an API lets in',
    'This test tool',
  ])
})

test('on a terminal of 80 columns nothing is longer', () => {
  const lines = written(false, { columns: 80 }).split('\n')
  assert.deepEqual(
    lines.filter((line) => line.length > 80),
    [],
  )
})

test('JSON holds every rule as data', () => {
  const records: readonly Record<string, unknown>[] = JSON.parse(written(true))
  assert.equal(records.length, rules.length)
  assert.deepEqual(
    records.find(({ id }) => id === 'T1-ISSUER'),
    {
      id: 'T1-ISSUER',
      kind: 'refusal',
      area: 'T1',
      title: 'An agent identity redeems T1 at its own tenant, which issued it',
      error: 'invalid_client',
      aadsts: 700211,
      status: 401,
      evidence: {
        kind: 'captured',
        source: 'microsoft/entrabot engineering-history/research/hard-won-learnings.md, 12',
      },
      answerEvidence: {
        kind: 'captured',
        source: 'microsoft/entrabot engineering-history/research/hard-won-learnings.md, 12',
      },
      assumed: ['status'],
      relaxable: false,
    },
  )
})
