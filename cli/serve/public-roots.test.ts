import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { rootCertificates } from 'node:tls'
import { publicRoots } from './public-roots.ts'

const pem = (text: string) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`
const [root = ''] = rootCertificates

test('the authorities that the shell names come after those of Node, each once, without that of a mock', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-roots-'))
  t.after(() => rm(folder, { recursive: true }))
  const bundle = join(folder, 'bundle.pem')
  await writeFile(bundle, [pem('bW9jaw=='), root, pem('cHJveHk='), pem('cHJveHk=')].join('\n'))
  const env = { SSL_CERT_FILE: bundle, CURL_CA_BUNDLE: join(folder, 'gone.pem') }
  const roots = await publicRoots(env, (one) => one === pem('bW9jaw=='))
  assert.deepEqual(roots.slice(rootCertificates.length), [pem('cHJveHk=')])
  assert.equal(roots.filter((one) => one === root.trim()).length, 1)
})
