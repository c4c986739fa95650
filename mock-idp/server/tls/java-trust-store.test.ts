import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { javaTrustStore } from './java-trust-store.ts'
import { loadOrMakeTls } from './tls-material.ts'
import { trustLines } from './trust-environment.ts'

const run = promisify(execFile)
const noJdk = spawnSync('javac', ['-version']).error ? 'no JDK is installed' : false

const program = `
import java.net.*;
public class Get {
  public static void main(String[] urls) throws Exception {
    for (String url : urls) {
      try { System.out.println(((HttpURLConnection) new URL(url).openConnection()).getResponseCode()); }
      catch (javax.net.ssl.SSLHandshakeException e) { System.out.println("refused"); }
    }
  }
}`

test('one certificate always gives the same store', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const { caPem } = await loadOrMakeTls({ folder, now: new Date() })
  const certificate = new X509Certificate(caPem)
  const store = javaTrustStore([certificate], 'changeit')
  assert.deepEqual(javaTrustStore([certificate], 'changeit'), store)
  assert.equal(store.subarray(0, 8).toString('hex'), 'feedfeed00000002')
})

test('Java trusts the leaf, and no other that the authority signed', { skip: noJdk }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "agentid 'quoted' "))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const now = new Date()
  const other = await loadOrMakeTls({ folder, now, extraHosts: ['other.localhost'] })
  const tls = await loadOrMakeTls({ folder, now })
  assert.equal(tls.caPem, other.caPem)
  const java = trustLines(tls.caFile, process.platform).find(({ client }) => client === 'Java')
  const source = join(folder, 'Get.java')
  await writeFile(source, program)

  const servers = [tls, other].map(({ leafCertificatePem, leafKeyPem }) =>
    createServer({ cert: leafCertificatePem, key: leafKeyPem }, (_, response) => response.end()),
  )
  t.after(() => servers.map((server) => server.close()))
  await Promise.all(servers.map((server) => once(server.listen(0, '127.0.0.1'), 'listening')))
  const urls = servers.map(
    (server) => `https://localhost:${(server.address() as AddressInfo).port}`,
  )

  const env = { ...process.env, ...java?.variables }
  const { stdout } = await run('java', [source, ...urls], { env })
  assert.deepEqual(stdout.trim().split(/\s+/), ['200', 'refused'])
})
