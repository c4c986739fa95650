import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { openRedirect, type Redirect } from '../redirect/index.ts'
import { ledHosts } from '../redirect/led-hosts.ts'
import { exchange } from '../redirect/testing/tcp.ts'
import { type ProgramResult, runProgram } from './support/run-program.ts'
import { root } from './support/run-tool.ts'
import { type ServedMock, serveMock } from './support/served-mock.ts'

let mock: ServedMock
let redirect: Redirect
let issuer = ''

before(async () => {
  mock = await serveMock()
  const { authorityHost, caFile, httpUrl } = mock
  redirect = await openRedirect({ authorityHost, caFile, httpUrl, environment: process.env })
  issuer = `https://login.microsoftonline.com/${mock.env.AGENTID_TENANT_ID}/v2.0`
})
after(async () => {
  await redirect.close()
  await mock.stop()
})

/** The program has the variables of the redirect and knows no address of the mock. */
function run(program: string, args: readonly string[]): Promise<ProgramResult> {
  const names = ['TENANT_ID', 'BLUEPRINT_CLIENT_ID', 'BLUEPRINT_SECRET', 'AGENT_ID']
  const known = names.map((name) => [name, mock.env[`AGENTID_${name}`]])
  const env = { ...Object.fromEntries(known), ...redirect.environment }
  return runProgram(program, args, { env, cwd: root })
}

const runNode = (script: string) => run(process.execPath, ['--input-type=module', '-e', script])

/** The seeded tenant exists nowhere else, so who answers with its issuer is the mock. */
const discovery = () => `${issuer}/.well-known/openid-configuration`

function assertReached({ status, stdout, stderr }: ProgramResult): void {
  assert.equal(status, 0, stderr)
  assert.equal(JSON.parse(stdout).issuer, issuer)
}

const missing = (program: string) =>
  spawnSync(program, ['--version']).error ? `${program} is not on this machine` : false
const noCurl =
  process.platform === 'win32' ? "Windows' own curl ignores CURL_CA_BUNDLE" : missing('curl')

test('curl reaches the mock', { skip: noCurl }, async () => {
  assertReached(await run('curl', ['--silent', '--show-error', discovery()]))
})

test('Python reaches the mock', { skip: missing('python3') }, async () => {
  const script = `import urllib.request; print(urllib.request.urlopen("${discovery()}").read().decode())`
  assertReached(await run('python3', ['-c', script]))
})

test('fetch of Node reaches the mock', async () => {
  const script = `process.stdout.write(await (await fetch('${discovery()}')).text())`
  assertReached(await runNode(script))
})

test('the https module of Node reaches the mock', async () => {
  const script = `import { get } from 'node:https'; get('${discovery()}', (r) => r.pipe(process.stdout))`
  assertReached(await runNode(script))
})

test('every host that is led there has a certificate', async () => {
  const hosts = ledHosts.map((host) => host.replace('*', 'westus2'))
  const { status, stdout, stderr } = await runNode(`
    const answers = await Promise.all(${JSON.stringify(hosts)}.map((host) => fetch('https://' + host)))
    process.stdout.write(String(answers.length))`)
  assert.equal(status, 0, stderr)
  assert.equal(stdout, String(hosts.length))
})

test('a program that asks the proxy for an https URL in plain http reaches the mock', async () => {
  const { port } = new URL(redirect.environment.HTTPS_PROXY ?? '')
  const request = `GET ${discovery()} HTTP/1.1\r\nHost: login.microsoftonline.com\r\n\r\n`
  const answer = await exchange(Number(port), request, /\}\s*$/)
  assert.match(answer, /^HTTP\/1\.1 200 OK\r\n/)
  assert.ok(answer.includes(`"issuer":"${issuer}"`))
})

test('@azure/msal-node with its default authority gets T1 and an agent token', async () => {
  const { status, stdout, stderr } = await runNode(`
    import { ConfidentialClientApplication } from '@azure/msal-node'
    const { TENANT_ID, BLUEPRINT_CLIENT_ID, BLUEPRINT_SECRET, AGENT_ID } = process.env
    const authority = 'https://login.microsoftonline.com/' + TENANT_ID
    const blueprint = new ConfidentialClientApplication({
      auth: { clientId: BLUEPRINT_CLIENT_ID, authority, clientSecret: BLUEPRINT_SECRET },
    })
    const exchange = { scopes: ['api://AzureADTokenExchange/.default'], fmiPath: AGENT_ID }
    const clientAssertion = async () =>
      (await blueprint.acquireTokenByClientCredential(exchange)).accessToken
    const agent = new ConfidentialClientApplication({
      auth: { clientId: AGENT_ID, authority, clientAssertion },
    })
    const scopes = ['https://graph.microsoft.com/.default']
    const { accessToken } = await agent.acquireTokenByClientCredential({ scopes })
    process.stdout.write(Buffer.from(accessToken.split('.')[1], 'base64url'))`)
  assert.equal(status, 0, stderr)
  const { appid, tid } = JSON.parse(stdout)
  const { AGENTID_AGENT_ID, AGENTID_TENANT_ID } = mock.env
  assert.deepEqual({ appid, tid }, { appid: AGENTID_AGENT_ID, tid: AGENTID_TENANT_ID })
})

test('the metadata service of a virtual machine is the mock', async () => {
  const query = 'api-version=2018-02-01&resource=https%3A%2F%2Fgraph.microsoft.com'
  const { status, stdout, stderr } = await runNode(`
    const url = 'http://169.254.169.254/metadata/identity/oauth2/token?${query}'
    process.stdout.write(await (await fetch(url, { headers: { Metadata: 'true' } })).text())`)
  assert.equal(status, 0, stderr)
  assert.equal(JSON.parse(stdout).token_type, 'Bearer')
})

test('no other host is contacted, by whatever means, and each is reported', async () => {
  const { stdout } = await runNode(`
    const { cause } = await fetch('https://fetched.example.com').catch((error) => error)
    process.stdout.write(cause.code)`)
  assert.equal(stdout, 'EACCES')
  const expected = ['fetched.example.com:443']
  if (!noCurl) {
    const { status, stderr } = await run('curl', ['-sS', 'https://curled.example.com'])
    assert.equal(status, 56)
    assert.match(stderr, /403/)
    expected.push('curled.example.com:443')
  }
  assert.deepEqual(redirect.strangeHosts(), expected)
})
