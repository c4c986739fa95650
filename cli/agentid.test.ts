import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

/** As it is built: to compile the sources takes longer than to run them. */
const args = [fileURLToPath(new URL('../dist/cli/agentid.js', import.meta.url))]

test('the process ends with the exit code of the subcommand', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, 'explain', 'T1-AGNT'])
  assert.equal(status, 1)
  assert.equal(String(stdout), '')
  assert.match(String(stderr), /Nearest rules: T1-AGENT/)
})

test('a reader that has read enough is no error', async () => {
  const child = spawn(process.execPath, [...args, 'rules', '--json'])
  const stderr: string[] = []
  child.stderr.on('data', (text) => stderr.push(String(text)))
  child.stdout.destroy()
  const [status] = await once(child, 'close')
  assert.deepEqual([status, stderr.join('')], [0, ''])
})

test('a token is read from standard input', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${part({ alg: 'RS256', kid: 'k' })}.${part({ ver: '1.0', azp: 'a' })}.c2ln`
  const { status, stdout } = spawnSync(process.execPath, [...args, 'explain', '-'], { input })
  assert.equal(status, 0)
  assert.match(String(stdout), /- Its ver is 1\.0, but azp belongs to v2\.0 tokens\./)
})
