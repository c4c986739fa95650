import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { addingTrustLines, trustLines } from './trust-environment.ts'

test('each language gets one line for a POSIX shell', () => {
  const lines = trustLines('/home/ada/ca.pem', 'linux').map(({ client, line }) => [client, line])
  assert.deepEqual(lines, [
    ['Node.js', "export NODE_EXTRA_CA_CERTS='/home/ada/ca.pem'"],
    ['Python', "export REQUESTS_CA_BUNDLE='/home/ada/ca.pem' SSL_CERT_FILE='/home/ada/ca.pem'"],
    ['Go', "export SSL_CERT_FILE='/home/ada/ca.pem'"],
    [
      'Java',
      "export JAVA_TOOL_OPTIONS='-Djavax.net.ssl.trustStore=/home/ada/java-trust.jks -Djavax.net.ssl.trustStoreType=JKS -Djavax.net.ssl.trustStorePassword=changeit'",
    ],
    ['curl', "export CURL_CA_BUNDLE='/home/ada/ca.pem'"],
  ])
})

test('each language gets one line for PowerShell', () => {
  const lines = trustLines('C:\\Users\\Ada Lovelace\\ca.pem', 'win32').map(({ line }) => line)
  assert.equal(lines[0], "$env:NODE_EXTRA_CA_CERTS = 'C:\\Users\\Ada Lovelace\\ca.pem'")
  assert.equal(
    lines[1],
    "$env:REQUESTS_CA_BUNDLE = 'C:\\Users\\Ada Lovelace\\ca.pem'; $env:SSL_CERT_FILE = 'C:\\Users\\Ada Lovelace\\ca.pem'",
  )
  assert.match(lines[3] ?? '', /trustStore=''C:\\Users\\Ada Lovelace\\java-trust\.jks'' /)
})

test('lines that replace the roots say so', () => {
  for (const { note, variables } of trustLines('/ca.pem', 'linux')) {
    if ('NODE_EXTRA_CA_CERTS' in variables) continue
    assert.match(note, /replaces the (system roots|roots of the JDK)/)
  }
})

test('lines that add to the public roots name the bundles beside the authority', () => {
  const variables = addingTrustLines('/home/ada/ca.pem', 'linux', {}).map((line) => line.variables)
  const [node, python, go, java, curl] = variables
  assert.deepEqual(node, { NODE_EXTRA_CA_CERTS: '/home/ada/ca.pem' })
  const bundle = '/home/ada/ca-bundle.pem'
  assert.deepEqual(python, { REQUESTS_CA_BUNDLE: bundle, SSL_CERT_FILE: bundle })
  assert.deepEqual(go, { SSL_CERT_FILE: bundle })
  assert.match(java?.JAVA_TOOL_OPTIONS ?? '', /trustStore=\/home\/ada\/java-bundle\.jks /)
  assert.deepEqual(curl, { CURL_CA_BUNDLE: bundle })
})

test('what Node adds to its roots already, it goes on adding', () => {
  const env = { NODE_EXTRA_CA_CERTS: '/etc/proxy.pem' }
  const [node] = addingTrustLines('/home/ada/ca.pem', 'linux', env)
  assert.deepEqual(node?.variables, { NODE_EXTRA_CA_CERTS: '/home/ada/ca-bundle.pem' })
})

const noShell = process.platform === 'win32' ? 'needs a POSIX shell' : false

test('a shell reads back the path whatever is in it', { skip: noShell }, () => {
  const caFile = `/home/o'brien/two words/$HOME "x" \`y\`/ca.pem`
  for (const { line, variables } of trustLines(caFile, 'linux')) {
    for (const [name, value] of Object.entries(variables)) {
      const shown = execFileSync('sh', ['-c', `${line}\nprintf %s "$${name}"`], {
        encoding: 'utf8',
      })
      assert.equal(shown, value)
    }
  }
})
