import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UsageError } from '../usage-error.ts'
import { chooseCredential } from './choose-credential.ts'
import { nameVariable } from './name-variable.ts'
import { readSettings } from './token-settings.ts'

const env = {
  AGENTID_TENANT_ID: 't',
  AGENTID_BLUEPRINT_CLIENT_ID: 'b',
  AGENTID_AGENT_ID: 'a',
}

test('every missing variable is named, with what it should hold', () => {
  assert.throws(
    () => readSettings({}, { AGENTID_BLUEPRINT_CLIENT_ID: 'b', AGENTID_AGENT_ID: ' ' }),
    new UsageError(
      'AGENTID_TENANT_ID is not set: the id of the tenant; `agentid serve` prints it\nAGENTID_AGENT_ID is not set: the client id of the agent identity, or pass --agent; `agentid serve` prints it',
    ),
  )
})

test('host and scope have defaults', () => {
  assert.deepEqual(readSettings({}, env), {
    authorityHost: 'https://login.microsoftonline.com',
    blueprintIdentifierUri: undefined,
    caFile: undefined,
    claims: undefined,
    exchangeAudience: undefined,
    tenantId: 't',
    blueprintClientId: 'b',
    agentId: 'a',
    scope: 'https://graph.microsoft.com/.default',
  })
})

test('options come before variables', () => {
  const settings = readSettings(
    { agent: 'other', scope: 'api://orders/.default' },
    { ...env, AGENTID_SCOPE: 'ignored' },
  )
  assert.deepEqual([settings.agentId, settings.scope], ['other', 'api://orders/.default'])
})

test('the first credential whose variables are set is taken, the others are named', () => {
  const all = {
    AGENTID_BLUEPRINT_SECRET: 's',
    AGENTID_BLUEPRINT_KEY_FILE: 'k',
    AGENTID_BLUEPRINT_ASSERTION_FILE: 'f',
    IDENTITY_ENDPOINT: 'e',
  }
  assert.deepEqual(chooseCredential(undefined, all), {
    kind: 'secret',
    passedOver: ['certificate', 'assertion-file', 'managed-identity'],
  })
})

test('the credential that was asked for is taken', () => {
  assert.deepEqual(chooseCredential('managed-identity', { AGENTID_BLUEPRINT_SECRET: 's' }), {
    kind: 'managed-identity',
    passedOver: [],
  })
})

test('IMDS is not guessed', () => {
  const noVariables = { AZURE_POD_IDENTITY_AUTHORITY_HOST: 'http://127.0.0.1' }
  assert.throws(() => chooseCredential(undefined, noVariables), UsageError)
})

test("the client's complaints name the variables", () => {
  assert.equal(nameVariable('tenantId must be a GUID'), 'AGENTID_TENANT_ID must be a GUID')
  assert.equal(nameVariable('something else'), 'something else')
})
