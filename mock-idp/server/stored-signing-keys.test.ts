import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { loadOrMakeSigningKeys } from './stored-signing-keys.ts'

const now = new Date('2026-11-23T12:00:00Z')

test('keys are made once and are the same at the next start', async (t) => {
  const folder = await temporaryFolder(t)
  const first = await loadOrMakeSigningKeys({ folder, now })
  assert.equal(first.length, 3)
  assert.equal(new Set(first.map((key) => key.privateKeyPem)).size, 3)
  assert.deepEqual(await loadOrMakeSigningKeys({ folder, now }), first)
  if (process.platform === 'win32') return
  assert.equal((await stat(join(folder, 'signing-keys.json'))).mode & 0o777, 0o600)
})

test("a key's certificate is self-signed for five years, as those Entra publishes", async (t) => {
  const [key] = await loadOrMakeSigningKeys({ folder: await temporaryFolder(t), count: 1, now })
  const certificate = new X509Certificate(key?.certificatePem ?? '')
  assert.equal(certificate.subject, 'CN=accounts.accesscontrol.windows.net')
  assert.equal(certificate.issuer, certificate.subject)
  assert.ok(certificate.verify(certificate.publicKey))
  assert.equal(certificate.publicKey.asymmetricKeyDetails?.modulusLength, 2048)
  assert.equal(Date.parse(certificate.validFrom), now.getTime())
  assert.equal(Date.parse(certificate.validTo) - now.getTime(), 5 * 365 * 86_400_000)
})

test('more keys are added to those that are there, fewer are the first of them', async (t) => {
  const folder = await temporaryFolder(t)
  const [only] = await loadOrMakeSigningKeys({ folder, count: 1, now })
  const two = await loadOrMakeSigningKeys({ folder, count: 2, now })
  assert.equal(two.length, 2)
  assert.deepEqual(two[0], only)
  assert.deepEqual(await loadOrMakeSigningKeys({ folder, count: 1, now }), [only])
})

test('a key is replaced when its certificate has ended', async (t) => {
  const folder = await temporaryFolder(t)
  const [old] = await loadOrMakeSigningKeys({ folder, count: 1, now })
  const [fresh] = await loadOrMakeSigningKeys({ folder, count: 1, now: yearsLater(6) })
  assert.notDeepEqual(fresh, old)
})

test('several first starts at once agree on the keys', async (t) => {
  const folder = await temporaryFolder(t)
  const starts = [2, 1, 2].map((count) => loadOrMakeSigningKeys({ folder, count, now }))
  const [first, second, third] = await Promise.all(starts)
  assert.equal(first?.length, 2)
  assert.deepEqual(third, first)
  assert.deepEqual(second, first?.slice(0, 1))
})

test('a damaged file is named and left as it is', async (t) => {
  const folder = await temporaryFolder(t)
  const file = join(folder, 'signing-keys.json')
  const [key] = await loadOrMakeSigningKeys({ folder: await temporaryFolder(t), count: 1, now })
  const [other] = await loadOrMakeSigningKeys({ folder: await temporaryFolder(t), count: 1, now })
  const mixed = { privateKeyPem: key?.privateKeyPem, certificatePem: other?.certificatePem }
  for (const content of ['', '{', '{}', '[1]', '[{}]', JSON.stringify([mixed])]) {
    await writeFile(file, content, { mode: 0o600 })
    const expected = {
      code: 'damaged-file',
      path: file,
      message: /delete it to create it again/,
    }
    await assert.rejects(loadOrMakeSigningKeys({ folder, now }), expected, content)
    assert.equal(await readFile(file, 'utf8'), content)
  }
})

function yearsLater(years: number): Date {
  return new Date(now.getTime() + years * 365 * 86_400_000)
}

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}
