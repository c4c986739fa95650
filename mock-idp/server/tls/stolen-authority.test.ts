/** What somebody with the authority's key can do: nothing outside the served names. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, get } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Extension } from '@peculiar/x509'
import { type Issuer, issueCertificate, issuerFrom, loadX509 } from './issue-certificate.ts'
import { type KeyAndCertificate, parseKeyAndCertificate } from './key-and-certificate.ts'
import { loadOrMakeTls, type TlsMaterial } from './tls-material.ts'

const now = new Date()
let folder: string
let tls: TlsMaterial
let thief: Issuer

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-'))
  tls = await loadOrMakeTls({ folder, now })
  const file = join(folder, 'ca-key.pem')
  thief = await issuerOf(parseKeyAndCertificate(await readFile(file, 'utf8'), file))
})
after(() => rm(folder, { recursive: true, force: true }))

test('Node trusts the leaf for every kind of served name', async () => {
  const chain = { cert: tls.leafCertificatePem, key: tls.leafKeyPem }
  for (const host of ['localhost', 'login.microsoftonline.com', 'westus2.login.microsoft.com']) {
    assert.equal(await connect(chain, host), 'trusted', host)
  }
})

test('Node does not trust the leaf for another name', async () => {
  const chain = { cert: tls.leafCertificatePem, key: tls.leafKeyPem }
  assert.match(await connect(chain, 'evil.example'), /does not match certificate's altnames/)
})

test('Node refuses a leaf the authority signed for a name it may not sign for', async () => {
  for (const host of ['evil.example', 'www.microsoft.com']) {
    const forged = await serverLeaf([host], thief)
    const chain = { cert: forged.certificatePem, key: forged.keyPem }
    assert.equal(await connect(chain, host), 'permitted subtree violation', host)
  }
})

test('Node refuses a leaf that adds such a name to served ones', async () => {
  for (const host of ['evil.example', '192.0.2.1']) {
    const forged = await serverLeaf(['localhost', host], thief)
    const chain = { cert: forged.certificatePem, key: forged.keyPem }
    assert.equal(await connect(chain, 'localhost'), 'permitted subtree violation', host)
  }
})

test('Node refuses a leaf of an authority that the authority signed', async () => {
  const intermediate = await subordinateAuthority()
  const leaf = await serverLeaf(['localhost'], await issuerOf(intermediate))
  const cert = leaf.certificatePem + intermediate.certificatePem
  assert.equal(
    await connect({ cert, key: leaf.keyPem }, 'localhost'),
    'path length constraint exceeded',
  )
})

const noOpenssl = spawnSync('openssl', ['version']).error ? 'openssl is not installed' : false

test('openssl accepts the leaf, strictly', { skip: noOpenssl }, async () => {
  assert.match(await opensslVerify(tls.leafCertificatePem), /: OK$/m)
})

test('openssl refuses a leaf for another name', { skip: noOpenssl }, async () => {
  const forged = await serverLeaf(['example.com'], thief)
  assert.match(await opensslVerify(forged.certificatePem), /permitted subtree violation/)
})

test('openssl refuses an authority below the authority', { skip: noOpenssl }, async () => {
  const intermediate = await subordinateAuthority()
  const leaf = await serverLeaf(['localhost'], await issuerOf(intermediate))
  const answer = await opensslVerify(leaf.certificatePem, intermediate.certificatePem)
  assert.match(answer, /path length constraint exceeded/)
})

test('openssl shows what the authority is limited to', { skip: noOpenssl }, () => {
  const shown = execFileSync('openssl', ['x509', '-in', tls.caFile, '-noout', '-text'], {
    encoding: 'utf8',
  })
  assert.match(shown, /Basic Constraints: critical\s+CA:TRUE, pathlen:0\s/)
  assert.match(shown, /Key Usage: critical\s+Certificate Sign, CRL Sign\s/)
  assert.match(shown, /Extended Key Usage: \s+TLS Web Server Authentication\s/)
  const permitted = /Name Constraints: critical\s+Permitted:((?:\s+(?:DNS|IP):\S+)+)/.exec(shown)
  assert.deepEqual(permitted?.[1]?.trim().split(/\s+/), [
    'DNS:localhost',
    'IP:127.0.0.1/255.255.255.255',
    'IP:0:0:0:0:0:0:0:1/FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF',
    'DNS:login.microsoftonline.com',
    'DNS:login.windows.net',
    'DNS:login.microsoft.com',
    'DNS:sts.windows.net',
    'DNS:login.microsoftonline.us',
    'DNS:login.partner.microsoftonline.cn',
    'DNS:login.chinacloudapi.cn',
    'DNS:graph.microsoft.com',
    'DNS:graph.microsoft.us',
    'DNS:microsoftgraph.chinacloudapi.cn',
  ])
})

/** What Node's client says of a server with this certificate that it reaches under this name. */
async function connect(chain: { cert: string; key: string }, host: string): Promise<string> {
  const server = createServer(chain, (_request, response) => response.end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const options = { host: '127.0.0.1', port, ca: tls.caPem, servername: host, agent: false }
  return new Promise<string>((resolve) => {
    get(options, () => resolve('trusted')).on('error', (error) => resolve(error.message))
  }).finally(() => server.close())
}

async function opensslVerify(leafPem: string, intermediatePem = ''): Promise<string> {
  const leafFile = join(folder, 'leaf-under-test.pem')
  const untrustedFile = join(folder, 'untrusted.pem')
  await writeFile(leafFile, leafPem)
  await writeFile(untrustedFile, intermediatePem)
  const untrusted = intermediatePem ? ['-untrusted', untrustedFile] : []
  const verify = ['verify', '-x509_strict', '-purpose', 'sslserver', '-CAfile', tls.caFile]
  const { stdout, stderr } = spawnSync('openssl', [...verify, ...untrusted, leafFile], {
    encoding: 'utf8',
  })
  return stdout + stderr
}

async function serverLeaf(hosts: readonly string[], issuer: Issuer): Promise<KeyAndCertificate> {
  const x509 = await loadX509()
  const names = hosts.map(
    (value) => ({ type: /^[\d.]+$/.test(value) ? 'ip' : 'dns', value }) as const,
  )
  return issue('forged', [new x509.SubjectAlternativeNameExtension(names)], issuer)
}

async function subordinateAuthority(): Promise<KeyAndCertificate> {
  const x509 = await loadX509()
  const isAuthority = new x509.BasicConstraintsExtension(true, undefined, true)
  const mayIssue = new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true)
  return issue('forged CA', [isAuthority, mayIssue], thief)
}

async function issue(
  commonName: string,
  extensions: readonly Extension[],
  issuer: Issuer,
): Promise<KeyAndCertificate> {
  const notAfter = new Date(now.getTime() + 86_400_000)
  const text = await issueCertificate({ commonName, notBefore: now, notAfter, extensions }, issuer)
  return parseKeyAndCertificate(text, commonName)
}

async function issuerOf({ key, certificatePem }: KeyAndCertificate): Promise<Issuer> {
  return issuerFrom(key.export({ type: 'pkcs8', format: 'der' }), certificatePem)
}
