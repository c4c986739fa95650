import assert from 'node:assert/strict'
import { test } from 'node:test'
import { observe, programFile, script } from './observe-command.ts'

test('a program that asks a strange host breaks AUTHORITY-HOST, and the host is not contacted', async () => {
  const { status, stdout } = await observe(
    script(`const { cause } = await fetch('https://telemetry.example.com').catch((error) => error)
      console.log(cause.code)`),
  )
  assert.equal(status, 1)
  assert.match(stdout, /^EACCES\n\nThe program as a whole\n {2}MUST AUTHORITY-HOST /)
  assert.match(stdout, /\n {4}actual {4}telemetry\.example\.com:443\n/)
})

test('a program that writes its secret to stderr breaks LOG-SECRETS, and the findings do not show it', async () => {
  const { status, stdout, stderr } = await observe(
    script(`console.error('starting\\nwith', process.env.AZURE_CLIENT_SECRET)`),
  )
  assert.equal(status, 1)
  assert.match(stderr, /with concierge-secret-for-tests-only\n/)
  assert.match(stdout, /MUST LOG-SECRETS .*\n.*\n.*in line 2 of its output \(stderr\)\n/)
  assert.doesNotMatch(stdout, /concierge-secret/)
})

test('a program that writes a token to stdout breaks LOG-SECRETS', async () => {
  const { status, stdout } = await observe(
    script(`const { AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET } = process.env
      const answer = await fetch(\`https://login.microsoftonline.com/\${AZURE_TENANT_ID}/oauth2/v2.0/token\`, {
        method: 'POST',
        body: new URLSearchParams({
          client_id: AZURE_CLIENT_ID,
          client_secret: AZURE_CLIENT_SECRET,
          grant_type: 'client_credentials',
          scope: 'api://AzureADTokenExchange/.default',
          fmi_path: process.env.AGENTID_AGENT_ID,
        }),
      })
      console.log((await answer.json()).access_token)`),
  )
  assert.equal(status, 1)
  assert.match(stdout, /\nConcierge, .*1 token issued\n {2}no findings\n/)
  assert.match(stdout, /MUST LOG-SECRETS .*\n.*\n.*a JWT, in line 1 of its output \(stdout\)\n/)
})

test('a program that sends nothing cannot be judged', async () => {
  const { status, stdout } = await observe(script('console.log("nothing to do")'))
  assert.equal(status, 2)
  assert.match(stdout, /^nothing to do\n\nThe mock received nothing from the program\. /)
  assert.match(stdout, /\ncould not be judged \(no findings\)\n$/)
})

test('a program for a tenant that the mock does not know is told which it knows', async () => {
  const { status, stdout } = await observe(
    script(`import { ConfidentialClientApplication } from '@azure/msal-node'
      const authority = 'https://login.microsoftonline.com/7a1c2f3e-5b64-4d19-a5c0-6e1f90b3d701'
      const auth = { clientId: process.env.AZURE_CLIENT_ID, clientSecret: 'own-secret', authority }
      const scopes = ['api://AzureADTokenExchange/.default']
      const fmiPath = process.env.AGENTID_AGENT_ID
      const blueprint = new ConfidentialClientApplication({ auth })
      await blueprint.acquireTokenByClientCredential({ scopes, fmiPath })`),
  )
  assert.equal(status, 2)
  assert.match(stdout, /\nWhat the mock refused\n {2}TENANT-KNOWN AADSTS90002 /)
  assert.match(stdout, /\n {4}AGENTID_TENANT_ID=10000000-c0de-4a11-8000-000000000001\n/)
  assert.match(
    stdout,
    /\n {2}Or describe your own objects: agentid observe --directory FILE -- …\n/,
  )
})

test('a live tenant in the environment is replaced, with its secret', async () => {
  const { stdout, stderr } = await observe(
    script(`const { env } = process
      const isLive = (value) => value === 'of-a-live-tenant'
      console.log(env.AZURE_TENANT_ID, isLive(env.AZURE_CLIENT_SECRET), isLive(env.AGENTID_GRAPH_TOKEN))`),
    {
      env: {
        AZURE_TENANT_ID: '7a1c2f3e-5b64-4d19-a5c0-6e1f90b3d701',
        AZURE_CLIENT_SECRET: 'of-a-live-tenant',
        AGENTID_GRAPH_TOKEN: 'of-a-live-tenant',
      },
    },
  )
  assert.match(stdout, /^10000000-c0de-4a11-8000-000000000001 false false\n/)
  assert.match(stderr, /because the mock does not know the tenant in your AZURE_TENANT_ID\n/)
})

test('--json prints one document, and what the program prints goes to stderr', async () => {
  const { status, stdout, stderr } = await observe(
    [process.execPath, programFile('msal-node.mjs'), 'shared-t1'],
    { options: ['--json'] },
  )
  assert.equal(status, 1)
  assert.match(stderr, /\ntoken until /)
  const { format, program, verdict, clients, refusals, requests } = JSON.parse(stdout)
  assert.equal(format, 'agentid-observation/1')
  assert.deepEqual([program.exitCode, program.signal, verdict], [1, null, 'does not conform'])
  const { name, findings } = clients[2]
  assert.equal(name, 'Billing')
  const [{ check, requests: proof }] = findings
  assert.equal(check, 'LEG-CREDENTIAL')
  const [{ rule, requests: refused }] = refusals
  assert.deepEqual([rule, refused], ['T1-AGENT', proof])
  const sent = requests.find(({ sequence }: { sequence: number }) => sequence === proof[0])
  assert.equal(sent.parameters.client_assertion, '***')
})

test('a program that cannot be started is a usage error', async () => {
  const { status, stderr } = await observe(['no-such-program'])
  assert.equal(status, 2)
  assert.match(stderr, /the program "no-such-program" could not be started: .*ENOENT/)
})

test('no program at all is a usage error', async () => {
  const { status, stderr } = await observe([])
  assert.equal(status, 2)
  assert.match(stderr, /missing required argument 'command'/)
})

test('a directory that cannot be used is a usage error, and the program is not started', async () => {
  const { status, stdout, stderr } = await observe(script('console.log("started")'), {
    options: ['--directory', 'no-such-file.json'],
  })
  assert.equal(status, 2)
  assert.match(stderr, /^agentid observe: there is no file no-such-file\.json\./)
  assert.equal(stdout, '')
})

test('a managed identity is that of the mock, by either way', async () => {
  const imds = script(`const resource = 'resource=api%3A%2F%2FAzureADTokenExchange'
    const url = process.env.AZURE_POD_IDENTITY_AUTHORITY_HOST + '/metadata/identity/oauth2/token?api-version=2018-02-01&' + resource
    const answer = await fetch(url, { headers: { Metadata: 'true' } })
    console.log(answer.status, process.env.IDENTITY_ENDPOINT)`)
  const env = { IDENTITY_ENDPOINT: 'http://127.0.0.1:9/msi/token', IDENTITY_HEADER: 'of-this-one' }
  assert.match((await observe(imds, { env })).stdout, /^200 undefined\n/)

  const appService = script(`const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = process.env
    const url = IDENTITY_ENDPOINT + '?api-version=2019-08-01&resource=api%3A%2F%2FAzureADTokenExchange'
    const answer = await fetch(url, { headers: { 'X-IDENTITY-HEADER': IDENTITY_HEADER } })
    console.log(answer.status)`)
  const options = ['--managed-identity', 'app-service']
  assert.match((await observe(appService, { env, options })).stdout, /^200\n/)
})
