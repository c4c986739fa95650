import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { rootCertificates } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { runProgram } from './support/run-program.ts'

const agentid = fileURLToPath(new URL('../dist/cli/agentid.js', import.meta.url))

async function serve(t: TestContext, ...more: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-serve-'))
  const args = [agentid, 'serve', '--port', '0', '--json', '--ca-dir', folder, ...more]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  t.after(async () => {
    child.kill()
    await closed
    await rm(folder, { recursive: true })
  })
  const [line] = await once(createInterface(child.stdout), 'line')
  return { child, closed, ready: JSON.parse(String(line)) }
}

test('with --exit-with-parent the mock ends when its standard input is closed', async (t) => {
  const { child, closed } = await serve(t, '--exit-with-parent')
  child.stdin.end()
  const [exitCode] = await closed
  assert.equal(exitCode, 0)
})

test('a mock with a public host is announced by it, and agentid health finds it well', async (t) => {
  const { ready } = await serve(t, '--public-host', 'entra.test')
  const { port, hostname } = new URL(ready.authorityHost)
  assert.equal(hostname, 'entra.test')
  const url = `https://localhost:${port}`
  const health = await runProgram(process.execPath, [agentid, 'health', '--url', url], {
    env: { AGENTID_CA_FILE: ready.caFile },
  })
  assert.deepEqual([health.status, health.stdout], [0, `${url} answers\n`])
})

test('the bundle holds the authority of the mock and the public ones', async (t) => {
  const { ready } = await serve(t)
  const bundle = await readFile(ready.caBundleFile, 'utf8')
  assert.ok(bundle.startsWith((await readFile(ready.caFile, 'utf8')).trim()))
  for (const root of rootCertificates) assert.ok(bundle.includes(root.trim()))
})
