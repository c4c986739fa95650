import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { rootCertificates } from 'node:tls'
import { loadOrMakeTls } from './tls-material.ts'

test('bundles follow the authority, the leaf and the public roots', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const publicRoots = rootCertificates.slice(0, 2).map((pem) => pem.trim())
  const start = () => loadOrMakeTls({ folder, now: new Date(), publicRoots })
  const bundles = async () =>
    Promise.all(['ca-bundle.pem', 'java-bundle.jks'].map((name) => readFile(join(folder, name))))
  const { caPem } = await start()
  const [pem, store] = await bundles()
  assert.equal(String(pem), [caPem.trim(), ...publicRoots, ''].join('\n'))
  // The number of certificates stands after the magic number and the version.
  assert.equal(store?.readUInt32BE(8), 3)
  await rm(join(folder, 'leaf-key.pem'))
  const { leafCertificatePem } = await start()
  const [, renewed] = await bundles()
  assert.ok(renewed?.includes(new X509Certificate(leafCertificatePem).raw))
})
