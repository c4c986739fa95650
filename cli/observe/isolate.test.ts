import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { hasOnlyLoopback, isolate } from './isolate.ts'

const titles =
  'Inter-|   Receive                                                |  Transmit\n face |bytes    packets errs drop fifo frame compressed multicast|bytes\n'
const lo = '    lo: 1280 16 0 0 0 0 0 0 1280 16 0 0 0 0 0 0\n'
const self = ['node', 'agentid.js']

test('a machine with loopback alone has no network', () => {
  assert.equal(hasOnlyLoopback(`${titles}${lo}`), true)
  assert.equal(hasOnlyLoopback(`${titles}${lo}  eth0: 1 1 0 0 0 0 0 0\n`), false)
  assert.equal(hasOnlyLoopback(`${titles}tun0:1 1 0 0 0 0 0 0\n${lo}`), false)
  assert.equal(hasOnlyLoopback(titles), false)
})

test('elsewhere than on Linux there is no network namespace', async () => {
  await assert.rejects(isolate({ env: {}, platform: 'darwin', self }), {
    name: 'UsageError',
    message: '--isolate needs Linux: it uses a network namespace. Remove --isolate.',
  })
})

const isAlone =
  process.platform !== 'linux' || hasOnlyLoopback(readFileSync('/proc/net/dev', 'utf8'))
const skip = isAlone && 'this machine has no network, or is not Linux'

test('a namespace that still has a network is an error, and no loop', { skip }, async () => {
  const env = { PATH: process.env.PATH, AGENTID_ISOLATED: '1' }
  await assert.rejects(isolate({ env, platform: 'linux', self }), /still has a network/)
})

for (const [name, script, message] of [
  ['unshare', undefined, /the program unshare is missing\. Install util-linux/],
  [
    'a user namespace',
    'case "$1" in -V) exit 0;; esac; echo "unshare failed: Operation not permitted" >&2; exit 1',
    /may not make user and network namespaces here \(unshare failed: Operation not permitted\)\. Allow /,
  ],
] as const) {
  test(`without ${name} the error says so`, { skip }, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'agentid-isolate-'))
    t.after(() => rm(folder, { recursive: true }))
    for (const program of script === undefined ? [] : ['unshare', 'ip']) {
      await writeFile(join(folder, program), `#!/bin/sh\n${script}\n`)
      await chmod(join(folder, program), 0o755)
    }
    const attempt = isolate({ env: { PATH: folder }, platform: 'linux', self })
    await assert.rejects(attempt, { name: 'UsageError', message })
  })
}
