import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { seedIds } from '../../../mock-idp/directory/seed-ids.ts'
import { findPython } from '../find-python.ts'
import { missing, notInstalled, observe, programFile } from './observe-command.ts'

const msalNode = (...mistake: string[]) => [
  process.execPath,
  programFile('msal-node.mjs'),
  ...mistake,
]

test('a good program with @azure/msal-node conforms, and every client is named', async () => {
  const { status, stdout, stderr } = await observe(msalNode())
  assert.equal(status, 0, stderr)
  assert.match(stdout, /^token until 20.*\ntoken until 20.*\n\nConcierge, blueprint /)
  const clients = stdout.split('\n').filter((line) => line.includes('token request'))
  assert.deepEqual(clients, [
    'Concierge, blueprint 20000000-c0de-4a11-8000-000000000001: 2 token requests, 2 tokens issued',
    'Booking, agent identity 30000000-c0de-4a11-8000-000000000001: 1 token request, 1 token issued',
    'Billing, agent identity 30000000-c0de-4a11-8000-000000000002: 1 token request, 1 token issued',
  ])
  assert.match(stdout, /\nconforms \(no findings\)\n$/)
})

test('a program that serves the T1 of one agent identity to another breaks LEG-CREDENTIAL', async () => {
  const { status, stdout } = await observe(msalNode('shared-t1'))
  assert.equal(status, 1)
  const [, ofBilling = ''] = stdout.split('\nBilling, agent identity ')
  assert.match(
    ofBilling,
    /\n {2}MUST LEG-CREDENTIAL the client presented a T1 of another agent identity\n/,
  )
  assert.match(ofBilling, /\n {4}request 3: POST login\.microsoftonline\.com\/1000.*\/token\n/)
  assert.match(ofBilling, /\n {6}client_assertion=\*\*\*\n/)
  assert.match(stdout, /\n {2}T1-AGENT AADSTS7002137 /)
  assert.match(stdout, /\ndoes not conform \(findings: 1 MUST\)\n$/)
})

test('a program that asks for T1 without fmi_path breaks LEG-FMI-PATH', async () => {
  const { status, stdout } = await observe(msalNode('no-fmi-path'))
  assert.equal(status, 1)
  const [, ofConcierge = ''] = stdout.split('Concierge, blueprint ')
  assert.match(ofConcierge, /\n {2}MUST LEG-FMI-PATH the request for T1 has no fmi_path\n/)
  assert.match(ofConcierge, /\n {6}client_secret=\*\*\*\n/)
  assert.match(stdout, /\n {2}FMI-PRESENT AADSTS82008 /)
})

const noAzureIdentity = notInstalled(
  'adapters/azure-identity/node_modules/@azure/identity',
  'run npm ci in adapters/azure-identity',
)
test('a program with @azure/identity conforms', { skip: noAzureIdentity }, async () => {
  const { status, stdout, stderr } = await observe([
    process.execPath,
    programFile('azure-identity.mjs'),
  ])
  assert.equal(status, 0, stderr)
  assert.match(stdout, /\nConcierge, .*: 1 token request, 1 token issued\n {2}no findings\n/)
  assert.match(stdout, /\nBooking, .*: 1 token request, 1 token issued\n {2}no findings\n/)
})

test('a program with @azure/identity signs a person in for a device', {
  skip: noAzureIdentity,
}, async () => {
  const { contoso, kiosk, bea } = seedIds
  const env = { DEVICE_CLIENT_ID: kiosk, DEVICE_USER: bea, AGENTID_TENANT_ID: contoso }
  const program = [process.execPath, programFile('azure-identity-device.mjs')]
  const { stdout, stderr } = await observe(program, { env })
  assert.match(
    stdout,
    new RegExp(`^signed in bea@contoso.example with a token of ${bea}\n`),
    stderr,
  )
})

const python = findPython(`import inspect, msal
assert "fmi_path" in inspect.getsource(msal.ConfidentialClientApplication.acquire_token_for_client)`)
const noPython = python
  ? false
  : 'no Python with MSAL that knows fmi_path; see adapters/msal-python'
test('a program with MSAL Python conforms', { skip: noPython }, async () => {
  const { status, stdout, stderr } = await observe([python ?? '', programFile('msal_python.py')])
  assert.equal(status, 0, stderr)
  assert.match(stdout, /^token for 3599 seconds\n/)
  assert.match(stdout, /\nConcierge, .*: 1 token request, 1 token issued\n {2}no findings\n/)
  assert.match(stdout, /\nBooking, .*: 1 token request, 1 token issued\n {2}no findings\n/)
})

const noCurl =
  process.platform === 'win32'
    ? "Windows' own curl ignores CURL_CA_BUNDLE"
    : missing('curl') || missing('bash')
test('a script with curl conforms', { skip: noCurl }, async () => {
  const { status, stdout, stderr } = await observe(['bash', programFile('curl.sh')])
  assert.equal(status, 0, stderr)
  assert.match(stdout, /^token received\n/)
  assert.match(stdout, /\nConcierge, .*: 1 token request, 1 token issued\n {2}no findings\n/)
  assert.match(stdout, /\nBooking, .*: 1 token request, 1 token issued\n {2}no findings\n/)
})

test('a program with ids of its own meets the tenants of --directory', async () => {
  const id = (last: number) => `7a1c2f3e-5b64-4d19-a5c0-6e1f90b3d70${last}`
  const planner = {
    appId: id(2),
    displayName: 'Planner',
    principal: { id: id(3) },
    secrets: [{ value: 'planner-secret-for-tests' }],
  }
  const scheduler = { id: id(4), displayName: 'Scheduler', blueprint: id(2) }
  const tailwind = { tenantId: id(1), displayName: 'Tailwind', blueprints: [planner] }
  const tenants = [{ ...tailwind, agentIdentities: [scheduler] }]
  const folder = await mkdtemp(join(tmpdir(), 'agentid-tenants-'))
  const file = join(folder, 'tenants.json')
  await writeFile(file, JSON.stringify({ tenants }))
  const { status, stdout, stderr } = await observe(msalNode(), {
    options: ['--directory', file],
    env: {
      AZURE_TENANT_ID: id(1),
      AZURE_CLIENT_ID: id(2),
      AZURE_CLIENT_SECRET: 'planner-secret-for-tests',
    },
  })
  await rm(folder, { recursive: true })
  assert.equal(status, 0, stderr)
  assert.match(stderr, /so AZURE_\* stay unchanged; AGENTID_\* name a client of Tailwind/)
  assert.match(stdout, /\nPlanner, blueprint .*: 1 token request, 1 token issued\n/)
  assert.match(stdout, /\nScheduler, agent identity .*: 1 token request, 1 token issued\n/)
})
