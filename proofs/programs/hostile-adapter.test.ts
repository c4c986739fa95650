import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { stopsListening } from '../../engine/clients/adapter/testing/is-listening.ts'
import { runConformanceCommand as conformance } from './run-conformance.ts'

const steering = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\u2066'

/** An adapter whose every text steers a terminal, which leaves a process with its pipes, and tells what it inherits. */
const hostile = `
  const { spawn } = require('node:child_process')
  const evil = ${JSON.stringify(steering)} + '\\nFAILED ::error::x <img src=x> | \`y\`'
  const listens = "require('node:net').createServer().listen(0, '127.0.0.1', function () {" +
    "process.send(this.address().port); process.disconnect() })"
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc']
  const left = spawn(process.execPath, ['-e', listens], { detached: true, env: {}, stdio })
  left.unref()
  const started = new Promise((resolve) => left.once('message', resolve))
  const lines = require('node:readline').createInterface({ input: process.stdin })
  console.error(evil)
  lines.on('line', async (line) => {
    const { id, op } = JSON.parse(line)
    const port = await started
    const live = Object.entries(process.env).flatMap(([name, value]) => value === 'live' ? [name] : [])
    const message = 'port ' + port + ' inherits ' + live.join('+') + '. ' + evil
    const error = { kind: 'client', message, code: evil }
    const hello = { name: 'hostile' + evil, version: evil, language: evil, capabilities: {} }
    const reply = op === 'acquire' ? { ok: false, error } : { ok: true, ...hello }
    console.log(JSON.stringify({ id, ...reply }))
    if (op === 'shutdown') process.exit()
  })`

test('an adapter steers no output, keeps nothing running and inherits no credential', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-hostile-'))
  t.after(() => rm(folder, { recursive: true }))
  const args = ['--tags', '@rule:RETRY-PER-AGENT', '--report', folder, '--jobs', '1']
  const env = { AZURE_PASSWORD: 'live', GITHUB_TOKEN: 'live', MY_DATABASE: 'live' }
  const command = ['--pass-env', 'MY_DATABASE', '--', process.execPath, '-e', hostile]
  const { status, stdout, output } = await conformance([...args, ...command], env)
  // No request of it reached the mock.
  assert.equal(status, 2, output)
  const [, port, inherits] = /port (\d+) inherits ([A-Z_+]*)\./.exec(stdout) ?? []
  assert.equal(inherits, 'MY_DATABASE')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const steers = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cf}/u
  assert.doesNotMatch(output, steers)
  assert.doesNotMatch(output, /^\s*(FAILED )?::error/m)
  for (const file of await readdir(folder)) {
    assert.doesNotMatch(await readFile(join(folder, file), 'utf8'), steers, file)
  }
  assert.doesNotMatch(await readFile(join(folder, 'summary.md'), 'utf8'), /<img/)
  if (process.platform !== 'linux') return
  assert.ok(await stopsListening(Number(port)))
  assert.match(stdout, /\nwarning: ".*" exited, but a process that it started kept its output open/)
})
