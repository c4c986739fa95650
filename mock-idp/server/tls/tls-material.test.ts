import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import { loadOrMakeAuthority } from './certificate-authority.ts'
import { servedNames } from './served-names.ts'
import { loadOrMakeTls, type TlsMaterial } from './tls-material.ts'

const run = promisify(execFile)
const dayMs = 86_400_000
const now = new Date('2026-11-23T12:00:00Z')
const daysLater = (days: number) => new Date(now.getTime() + days * dayMs)

test('the first start makes everything, the second nothing', async (t) => {
  const folder = await temporaryFolder(t)
  const first = await loadOrMakeTls({ folder, now })
  const second = await loadOrMakeTls({ folder, now: daysLater(300) })
  assert.equal(first.created, 'ca')
  assert.deepEqual(second, { ...first, created: 'nothing' })
  assert.equal(await readFile(first.caFile, 'utf8'), first.caPem)
  const names = ['ca-key.pem', 'ca.pem', 'java-trust.jks', 'leaf-key.pem']
  assert.deepEqual((await readdir(folder)).sort(), names)
  if (process.platform === 'win32') return
  for (const name of names) assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600)
})

test('the leaf is for exactly the served names and as long as clients accept', async (t) => {
  const tls = await loadOrMakeTls({ folder: await temporaryFolder(t), now })
  const leaf = new X509Certificate(tls.leafCertificatePem)
  const names = leaf.subjectAltName?.split(', ').map((name) => name.replace(/^[^:]+:/, ''))
  assert.deepEqual(
    names,
    servedNames.map((name) => (name === '::1' ? '0:0:0:0:0:0:0:1' : name)),
  )
  assert.deepEqual(leaf.keyUsage, ['1.3.6.1.5.5.7.3.1'])
  assert.equal(Date.parse(leaf.validTo) - Date.parse(leaf.validFrom), 397 * dayMs)
  assert.ok(leaf.checkIssued(new X509Certificate(tls.caPem)))
})

test('the leaf is renewed when less than seven days of it are left', async (t) => {
  const folder = await temporaryFolder(t)
  const first = await loadOrMakeTls({ folder, now })
  assert.equal((await loadOrMakeTls({ folder, now: daysLater(389.9) })).created, 'nothing')
  const renewed = await loadOrMakeTls({ folder, now: daysLater(390) })
  assert.equal(renewed.created, 'leaf')
  assert.equal(renewed.caPem, first.caPem)
  assert.notEqual(renewed.leafCertificatePem, first.leafCertificatePem)
})

test('an expired authority is followed by a new one, with all that depends on it', async (t) => {
  const folder = await temporaryFolder(t)
  const first = await loadOrMakeTls({ folder, now })
  const javaStore = await readFile(join(folder, 'java-trust.jks'))
  const late = daysLater(5 * 365)
  const starts = await Promise.all(
    [late, late, late].map((at) => loadOrMakeTls({ folder, now: at })),
  )
  assert.deepEqual(
    starts.map((tls) => tls.created),
    ['ca', 'ca', 'ca'],
  )
  assert.equal(new Set(starts.map((tls) => tls.caPem)).size, 1)
  assert.notEqual(starts[0]?.caPem, first.caPem)
  assert.equal(await readFile(first.caFile, 'utf8'), starts[0]?.caPem)
  assert.notDeepEqual(await readFile(join(folder, 'java-trust.jks')), javaStore)
  for (const tls of starts) assertLeafFollows(tls)
  assert.equal((await loadOrMakeTls({ folder, now: late })).created, 'nothing')
})

test('the last leaf of an authority ends with it', async (t) => {
  const folder = await temporaryFolder(t)
  const { caPem } = await loadOrMakeTls({ folder, now })
  const { leafCertificatePem } = await loadOrMakeTls({ folder, now: daysLater(1800) })
  assert.equal(new X509Certificate(leafCertificatePem).validTo, new X509Certificate(caPem).validTo)
})

test('a leaf of another authority is renewed', async (t) => {
  const folder = await temporaryFolder(t)
  await loadOrMakeTls({ folder, now })
  await rm(join(folder, 'ca-key.pem'))
  const tls = await loadOrMakeTls({ folder, now })
  assert.equal(tls.created, 'ca')
  assertLeafFollows(tls)
})

test('an authority that was made for fewer names is followed by a new one, with a message', async (t) => {
  const folder = await temporaryFolder(t)
  const former = servedNames.filter((name) => !name.endsWith('.cn'))
  const { certificatePem } = await loadOrMakeAuthority(folder, former, now)
  const warnings: string[] = []
  const tls = await loadOrMakeTls({ folder, now, warn: (message) => warnings.push(message) })
  assert.equal(tls.created, 'ca')
  assert.notEqual(tls.caPem, certificatePem)
  assert.equal(await readFile(tls.caFile, 'utf8'), tls.caPem)
  assertLeafFollows(tls)
  const file = join(folder, 'ca-key.pem')
  assert.deepEqual(warnings, [
    `${file} may not sign for all names that this version serves and is replaced. Let clients trust the new ca.pem beside it.`,
  ])
  assert.equal((await loadOrMakeTls({ folder, now })).created, 'nothing')
})

test('an authority that was made for another name is left as it is', async (t) => {
  const folder = await temporaryFolder(t)
  const path = join(folder, 'ca-key.pem')
  await loadOrMakeAuthority(folder, [...servedNames, 'evil.example'], now)
  const content = await readFile(path, 'utf8')
  await assert.rejects(loadOrMakeTls({ folder, now }), { code: 'damaged-file', path })
  assert.equal(await readFile(path, 'utf8'), content)
})

test('a lost certificate of the authority comes back', async (t) => {
  const folder = await temporaryFolder(t)
  const { caFile, caPem } = await loadOrMakeTls({ folder, now })
  await rm(caFile)
  assert.equal((await loadOrMakeTls({ folder, now })).created, 'nothing')
  assert.equal(await readFile(caFile, 'utf8'), caPem)
})

test('a host the authority may not sign for gets its own in a subfolder', async (t) => {
  const folder = await temporaryFolder(t)
  const shared = await loadOrMakeTls({ folder, now })
  const extraHosts = ['192.0.2.7', 'Build.Example', 'localhost']
  const own = await loadOrMakeTls({ folder, now, extraHosts })
  assert.match(own.caFile, /hosts[\\/]192\.0\.2\.7-[0-9a-f]{8}[\\/]ca\.pem$/)
  const leaf = new X509Certificate(own.leafCertificatePem)
  for (const host of ['build.example', 'localhost', 'graph.microsoft.com']) {
    assert.ok(leaf.checkHost(host), host)
  }
  assert.ok(leaf.checkIP('192.0.2.7'))
  const again = await loadOrMakeTls({ folder, now, extraHosts: [...extraHosts].reverse() })
  assert.deepEqual(again, { ...own, created: 'nothing' })
  assert.deepEqual(await loadOrMakeTls({ folder, now }), { ...shared, created: 'nothing' })
})

test('a host the authority may sign for is added to the leaf', async (t) => {
  const folder = await temporaryFolder(t)
  const shared = await loadOrMakeTls({ folder, now })
  const tls = await loadOrMakeTls({ folder, now, extraHosts: ['idp.localhost'] })
  assert.equal(tls.created, 'leaf')
  assert.equal(tls.caPem, shared.caPem)
  assert.ok(new X509Certificate(tls.leafCertificatePem).checkHost('idp.localhost'))
})

test('damaged files are named and left as they are', async (t) => {
  for (const name of ['ca-key.pem', 'ca.pem', 'leaf-key.pem']) {
    for (const content of ['', 'not a certificate']) {
      const folder = await temporaryFolder(t)
      await loadOrMakeTls({ folder, now })
      const path = join(folder, name)
      await writeFile(path, content)
      const expected = { name: 'DataFolderError', code: 'damaged-file', path, message: /delete it/ }
      await assert.rejects(loadOrMakeTls({ folder, now }), expected, name)
      assert.equal(await readFile(path, 'utf8'), content)
    }
  }
})

test('a key that does not fit its certificate is damage', async (t) => {
  const folder = await temporaryFolder(t)
  const other = await temporaryFolder(t)
  const { caPem } = await loadOrMakeTls({ folder: other, now })
  await loadOrMakeTls({ folder, now })
  const path = join(folder, 'ca-key.pem')
  const [key] = (await readFile(path, 'utf8')).split('-----BEGIN CERTIFICATE')
  await writeFile(path, `${key}${caPem}`)
  await assert.rejects(loadOrMakeTls({ folder, now }), { code: 'damaged-file', path })
})

test('a clock before the authority began is an error, not a new authority', async (t) => {
  const folder = await temporaryFolder(t)
  const { caFile, caPem } = await loadOrMakeTls({ folder, now })
  await assert.rejects(loadOrMakeTls({ folder, now: daysLater(-1) }), { message: /Set the clock/ })
  assert.equal(await readFile(caFile, 'utf8'), caPem)
})

test('processes that start first at once agree on one authority and leaf', async (t) => {
  const folder = await temporaryFolder(t)
  const starts = await Promise.all([1, 2, 3].map(() => startProcess(folder)))
  for (const { tls } of starts) {
    assert.deepEqual({ ...tls, created: '' }, { ...starts[0]?.tls, created: '' })
  }
  assert.equal((await readdir(folder)).length, 4)
})

test('only a start that makes something loads the certificate library', async (t) => {
  const folder = await temporaryFolder(t)
  assert.equal((await startProcess(folder)).loadedLibrary, true)
  assert.equal((await startProcess(folder)).loadedLibrary, false)
})

type ProcessStart = { readonly tls: TlsMaterial; readonly loadedLibrary: boolean }

async function startProcess(folder: string): Promise<ProcessStart> {
  const program = `
    import { createRequire } from 'node:module'
    const { loadOrMakeTls } = await import(${JSON.stringify(new URL('../../../dist/mock-idp/server/tls/tls-material.js', import.meta.url))})
    const tls = await loadOrMakeTls({ folder: ${JSON.stringify(folder)}, now: new Date() })
    const modules = Object.keys(createRequire(import.meta.url).cache)
    const loadedLibrary = modules.some((file) => file.includes('peculiar'))
    console.log(JSON.stringify({ tls, loadedLibrary }))`
  const node = ['--input-type=module', '-e', program]
  return JSON.parse((await run(process.execPath, node)).stdout)
}

function assertLeafFollows(tls: TlsMaterial): void {
  const authority = new X509Certificate(tls.caPem)
  assert.ok(new X509Certificate(tls.leafCertificatePem).verify(authority.publicKey))
}

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}
