import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokenLegOf } from './leg.ts'

const assertion = { client_assertion: 'T1' }
const cases = [
  ['t1', { fmi_path: 'agent', client_secret: 's' }],
  [
    't1',
    { fmi_path: 'agent', client_assertion: 'a', scope: 'api://AzureADTokenExchange/.default' },
  ],
  ['t2', { ...assertion, scope: 'api://AzureADTokenExchange/.default' }],
  ['t2', { ...assertion, scope: 'api://AzureADTokenExchangeUSGov/.default' }],
  ['t2', { ...assertion, scope: 'FB60F99C-7a34-4190-8149-302f77469936/.default' }],
  ['redemption', { ...assertion, scope: 'https://graph.microsoft.com/.default' }],
  ['obo', { ...assertion, grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' }],
  ['obo', { client_secret: 's', grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' }],
  ['agentUser', { ...assertion, grant_type: 'user_fic' }],
  ['refresh', { ...assertion, grant_type: 'refresh_token' }],
  [undefined, { client_secret: 's', scope: 'https://graph.microsoft.com/.default' }],
  [undefined, {}],
] as const

for (const [leg, parameters] of cases) {
  test(`${JSON.stringify(parameters)} is on the leg ${leg}`, () => {
    assert.equal(tokenLegOf(new Map(Object.entries(parameters))), leg)
  })
}
