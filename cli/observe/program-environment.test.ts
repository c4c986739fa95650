import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { createMockIdp } from '../../mock-idp/node.ts'
import type { KnownTenant } from './observed-mock.ts'
import { type ProgramEnvironmentOptions, programEnvironment } from './program-environment.ts'

let tenants: readonly KnownTenant[]
before(async () => {
  tenants = (await createMockIdp()).tenants.all()
})

const variables = {
  AGENTID_TENANT_ID: '10000000-c0de-4a11-8000-000000000001',
  AGENTID_BLUEPRINT_CLIENT_ID: '20000000-c0de-4a11-8000-000000000001',
  AGENTID_BLUEPRINT_SECRET: 'of the mock',
}

function environment(
  inherited: ProgramEnvironmentOptions['inherited'],
  change: Partial<ProgramEnvironmentOptions> = {},
) {
  return programEnvironment({
    inherited,
    platform: 'linux',
    redirect: { HTTPS_PROXY: 'http://127.0.0.1:9' },
    variables,
    tenants,
    httpUrl: 'http://127.0.0.1:8080',
    managedIdentity: 'imds',
    ...change,
  })
}

const ofTheMock = {
  ...variables,
  AZURE_TENANT_ID: '10000000-c0de-4a11-8000-000000000001',
  AZURE_CLIENT_ID: '20000000-c0de-4a11-8000-000000000001',
  AZURE_CLIENT_SECRET: 'of the mock',
  AZURE_POD_IDENTITY_AUTHORITY_HOST: 'http://127.0.0.1:8080',
  HTTPS_PROXY: 'http://127.0.0.1:9',
}

test('a program gets what it inherits, and over it what is of the mock', () => {
  assert.deepEqual(environment({ PATH: '/bin', HTTPS_PROXY: 'http://proxy.example' }), {
    env: { PATH: '/bin', ...ofTheMock },
    application: 'of the mock',
    keptOut: 0,
  })
})

test('an application of a tenant that the mock does not know is replaced as a whole', () => {
  const live = { AZURE_TENANT_ID: 'live.example', AZURE_CLIENT_SECRET: 'of a live tenant' }
  assert.deepEqual(environment(live), {
    env: ofTheMock,
    application: 'replaced',
    keptOut: 0,
  })
})

test('a secret of a live tenant is no part of it, even if the mock has none', () => {
  const live = { AZURE_TENANT_ID: 'live.example', AZURE_CLIENT_SECRET: 'of a live tenant' }
  const { env } = environment(live, { variables: {} })
  assert.deepEqual([env.AZURE_CLIENT_SECRET, env.AZURE_TENANT_ID], [undefined, undefined])
})

for (const name of ['10000000-C0DE-4A11-8000-000000000001', 'contoso.example']) {
  test(`an application of the tenant ${name} of the mock is kept`, () => {
    const own = { AZURE_TENANT_ID: name, AZURE_CLIENT_ID: 'another', AZURE_CLIENT_SECRET: 'own' }
    const { env, application } = environment(own)
    assert.equal(application, 'kept')
    assert.deepEqual([env.AZURE_CLIENT_ID, env.AZURE_CLIENT_SECRET], ['another', 'own'])
  })
}

test('a credential of this machine is left out, unless it is passed by name', () => {
  const live = { GITHUB_TOKEN: 'live', AZURE_PASSWORD: 'live', AZURE_CLIENT_CERTIFICATE_PATH: 'c' }
  assert.deepEqual(environment(live), {
    env: ofTheMock,
    application: 'of the mock',
    keptOut: 3,
  })
  const { env, keptOut } = environment(live, { pass: ['GITHUB_TOKEN'] })
  assert.deepEqual([env, keptOut], [{ ...ofTheMock, GITHUB_TOKEN: 'live' }, 2])
})

test('what the mock sets stays, though another is passed by name', () => {
  const live = { AZURE_CLIENT_SECRET: 'live', HTTPS_PROXY: 'http://proxy.example', MSI_SECRET: 'x' }
  assert.deepEqual(environment(live, { pass: Object.keys(live) }).env, ofTheMock)
})

test('what describes another target is left out', () => {
  const live = { AGENTID_GRAPH_TOKEN: 'live', AGENTID_BLUEPRINT_ASSERTION_FILE: '/run/token' }
  assert.deepEqual(environment(live).env, ofTheMock)
})

test('a managed identity of this machine is left out', () => {
  const machine = { MSI_ENDPOINT: 'http://localhost:50342', IDENTITY_HEADER: 'live' }
  assert.deepEqual(environment(machine).env, ofTheMock)
})

test('the managed identity of an App Service is that of the first tenant', () => {
  const { env } = environment({}, { managedIdentity: 'app-service' })
  assert.deepEqual(
    [env.IDENTITY_ENDPOINT, env.IDENTITY_HEADER, env.AZURE_POD_IDENTITY_AUTHORITY_HOST],
    ['http://127.0.0.1:8080/msi/token', 'contoso-identity-header', undefined],
  )
})

test('on Windows a name in other letter case is the same variable', () => {
  const inherited = { azure_client_secret: 'live', Https_Proxy: 'http://proxy.example', Path: 'C:' }
  const { env } = environment(inherited, { platform: 'win32' })
  assert.deepEqual(env, { Path: 'C:', ...ofTheMock })
})
