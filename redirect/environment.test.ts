import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EnvironmentOptions, redirectEnvironment } from './environment.ts'
import { routesTo } from './testing/route-cases.ts'

const routes = routesTo({ host: '127.0.0.1', port: 8443 }, { host: '127.0.0.1', port: 8080 })

function environment(changes: Partial<EnvironmentOptions> = {}): Record<string, string> {
  return redirectEnvironment({
    proxyPort: 3128,
    routes,
    caFile: '/data/ca.pem',
    nodeCaFile: '/tmp/ca-bundle.pem',
    preloadFile: '/app/preload.cjs',
    inherited: {},
    platform: 'linux',
    ...changes,
  })
}

const java =
  '-Djavax.net.ssl.trustStore=/data/java-trust.jks -Djavax.net.ssl.trustStoreType=JKS -Djavax.net.ssl.trustStorePassword=changeit -Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=3128 -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=3128 -Dhttp.nonProxyHosts=localhost|127.*|[::1]'

test('a program is told of the proxy, of the authority to trust and of the preload', () => {
  assert.deepEqual(environment(), {
    HTTPS_PROXY: 'http://127.0.0.1:3128',
    https_proxy: 'http://127.0.0.1:3128',
    HTTP_PROXY: 'http://127.0.0.1:3128',
    http_proxy: 'http://127.0.0.1:3128',
    ALL_PROXY: 'http://127.0.0.1:3128',
    all_proxy: 'http://127.0.0.1:3128',
    NO_PROXY: 'localhost,127.0.0.1,::1',
    no_proxy: 'localhost,127.0.0.1,::1',
    AZURE_AUTHORITY_HOST: 'https://login.microsoftonline.com',
    REQUESTS_CA_BUNDLE: '/data/ca.pem',
    SSL_CERT_FILE: '/data/ca.pem',
    CURL_CA_BUNDLE: '/data/ca.pem',
    NODE_EXTRA_CA_CERTS: '/tmp/ca-bundle.pem',
    JAVA_TOOL_OPTIONS: java,
    NODE_OPTIONS: '--require "/app/preload.cjs"',
    AGENTID_REDIRECT:
      '{"hosts":["login.microsoftonline.com","*.login.microsoft.com","graph.microsoft.com"],"authority":{"host":"127.0.0.1","port":8443},"managedIdentity":{"host":"127.0.0.1","port":8080},"proxy":{"host":"127.0.0.1","port":3128}}',
  })
})

test('options for Java and Node are appended to inherited ones', () => {
  const { JAVA_TOOL_OPTIONS, NODE_OPTIONS } = environment({
    inherited: { JAVA_TOOL_OPTIONS: '-Xmx1g', NODE_OPTIONS: '--max-old-space-size=512' },
  })
  assert.equal(JAVA_TOOL_OPTIONS, `-Xmx1g ${java}`)
  assert.equal(NODE_OPTIONS, '--max-old-space-size=512 --require "/app/preload.cjs"')
})

test('the preload is named once, however deep one redirect is in another', () => {
  const { NODE_OPTIONS } = environment()
  assert.equal(environment({ inherited: { NODE_OPTIONS } }).NODE_OPTIONS, NODE_OPTIONS)
})

test('a path with spaces, quotes and backslashes is quoted as Node reads it', () => {
  const { NODE_OPTIONS } = environment({ preloadFile: 'C:\\Program Files\\a"b\\preload.cjs' })
  assert.equal(NODE_OPTIONS, '--require "C:\\\\Program Files\\\\a\\"b\\\\preload.cjs"')
})

test('on Windows each variable has one spelling, and an inherited one is found in any', () => {
  const variables = environment({
    platform: 'win32',
    inherited: { Node_Options: '--trace-warnings', https_proxy: 'http://corporate:8080' },
  })
  assert.equal(variables.NODE_OPTIONS, '--trace-warnings --require "/app/preload.cjs"')
  const names = Object.keys(variables)
  assert.equal(new Set(names.map((name) => name.toUpperCase())).size, names.length)
  assert.deepEqual(
    names.filter((name) => name !== name.toUpperCase()),
    [],
  )
})

test('an inherited proxy and its exceptions are replaced, which would let hosts by', () => {
  const { NO_PROXY, no_proxy, HTTPS_PROXY } = environment({
    inherited: { NO_PROXY: '*', no_proxy: '.microsoftonline.com', HTTPS_PROXY: 'http://x:1' },
  })
  assert.deepEqual(
    { NO_PROXY, no_proxy, HTTPS_PROXY },
    {
      NO_PROXY: 'localhost,127.0.0.1,::1',
      no_proxy: 'localhost,127.0.0.1,::1',
      HTTPS_PROXY: 'http://127.0.0.1:3128',
    },
  )
})

for (const [inherited, kept] of [
  ['https://graph.microsoft.com', true],
  ['login.microsoftonline.com', true],
  ['https://login.microsoftonline.com/', true],
  ['https://localhost:9999', false],
  ['https://login.example.com', false],
  ['not a host', false],
  ['', false],
] as const) {
  test(`an inherited authority host ${JSON.stringify(inherited)} is ${kept ? 'kept' : 'replaced'}`, () => {
    const { AZURE_AUTHORITY_HOST } = environment({ inherited: { AZURE_AUTHORITY_HOST: inherited } })
    assert.equal(AZURE_AUTHORITY_HOST, kept ? inherited : 'https://login.microsoftonline.com')
  })
}
