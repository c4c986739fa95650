import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanEnvironment, describeKeptOut } from './clean-environment.ts'

const linux = { platform: 'linux' }

const needed = {
  PATH: '/bin',
  HOME: '/home/me',
  LC_ALL: 'C',
  TMPDIR: '/tmp',
  NO_COLOR: '1',
  NODE_PATH: '/n',
  VIRTUAL_ENV: '/v',
  JAVA_HOME_17_X64: '/j',
  GOMODCACHE: '/g',
  DOTNET_ROOT: '/d',
  CARGO_HOME: '/c',
  GEM_HOME: '/r',
  npm_config_cache: '/npm',
}

/** Names that hold credentials, of which many a tool reads its own. */
const credentials = [
  'AZURE_CLIENT_ID',
  'AZURE_CLIENT_SECRET',
  'AZURE_CLIENT_CERTIFICATE_PATH',
  'AZURE_CLIENT_CERTIFICATE_PASSWORD',
  'AZURE_FEDERATED_TOKEN_FILE',
  'AZURE_USERNAME',
  'AZURE_PASSWORD',
  'ARM_CLIENT_SECRET',
  'ARM_OIDC_REQUEST_TOKEN',
  'MSI_ENDPOINT',
  'MSI_SECRET',
  'IDENTITY_ENDPOINT',
  'IDENTITY_HEADER',
  'AGENTID_BLUEPRINT_SECRET',
  'AGENTID_GRAPH_TOKEN',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'SYSTEM_ACCESSTOKEN',
  'CI_JOB_JWT',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'NPM_TOKEN',
  'NODE_AUTH_TOKEN',
  'npm_config__auth',
  'PIP_INDEX_URL',
  'UV_INDEX_URL',
  'GOPROXY',
  'CARGO_REGISTRY_TOKEN',
  'DATABASE_URL',
  'LC_TOKEN',
  'JAVA_HOME_17_TOKEN',
  'GOROOT_1_22_SECRET',
  'KUBECONFIG',
  'SSH_AUTH_SOCK',
  'JAVA_TOOL_OPTIONS',
  'HTTPS_PROXY',
  'http_proxy',
  'NO_PROXY',
]

test('a program gets what it needs to run', () => {
  assert.deepEqual(cleanEnvironment(needed, linux), { variables: needed, keptOut: 0 })
})

test('no credential of this machine reaches a program', () => {
  const live = Object.fromEntries(credentials.map((name) => [name, 'live']))
  for (const platform of ['linux', 'darwin', 'win32']) {
    assert.deepEqual(cleanEnvironment({ ...live, PATH: '/bin' }, { platform }), {
      variables: { PATH: '/bin' },
      keptOut: credentials.length,
    })
  }
})

test('no variable with a telling name reaches a program, whatever is before it', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Za-z_]{0,12}$/),
      fc.constantFrom('TOKEN', 'SECRET', 'PASSWORD', 'KEY', 'CREDENTIALS', 'CONNECTION_STRING'),
      (start, end) => {
        const { variables } = cleanEnvironment({ [`${start}_${end}`]: 'live' }, linux)
        assert.deepEqual(variables, {})
      },
    ),
  )
})

test('a variable that is passed by name reaches it', () => {
  const inherited = { AZURE_PASSWORD: 'p', AZURE_USERNAME: 'u' }
  assert.deepEqual(cleanEnvironment(inherited, { ...linux, pass: ['AZURE_PASSWORD', 'NOT_SET'] }), {
    variables: { AZURE_PASSWORD: 'p' },
    keptOut: 1,
  })
})

test('a variable that the program gets in another way is not kept out', () => {
  const { keptOut } = cleanEnvironment({ HTTPS_PROXY: 'theirs' }, { own: { HTTPS_PROXY: 'ours' } })
  assert.equal(keptOut, 0)
})

test('on Windows names ignore letter case, and nowhere else', () => {
  const inherited = { Path: 'C:', SystemRoot: 'C:\\Windows', 'ProgramFiles(x86)': 'C:', My: 'x' }
  const { My, ...system } = inherited
  assert.deepEqual(cleanEnvironment(inherited, { platform: 'win32' }).variables, system)
  assert.deepEqual(cleanEnvironment(inherited, { platform: 'win32', pass: ['MY'] }).keptOut, 0)
  assert.deepEqual(cleanEnvironment(inherited, linux).keptOut, 4)
})

test('what was kept out is told, with how to pass it', () => {
  assert.equal(describeKeptOut(0, '--pass-env NAME'), undefined)
  assert.equal(
    describeKeptOut(2, '--pass-env NAME'),
    'It did not get 2 variables of this environment, which may hold credentials. If it needs one, pass it by name: --pass-env NAME',
  )
})
