import assert from 'node:assert/strict'
import { test } from 'node:test'
import { run } from './program.ts'
import { fakeSurroundings } from './testing/fake-surroundings.ts'

async function agentid(...args: readonly string[]) {
  const surroundings = fakeSurroundings()
  const exitCode = await run(args, surroundings)
  return { exitCode, out: surroundings.out(), err: surroundings.err() }
}

const helpOf = {
  serve: ['--host', '--port', '--http-port', '--directory', '--ca-dir', '--allow-remote', '--json'],
  token: ['--step', '--agent', '--scope', '--credential', '--decode', '--json'],
  conformance: ['--target', '--tags', '--report'],
  observe: ['--directory', '--ca-dir', '--managed-identity', '--strict', '--json'],
  provision: ['--tenant', '--domain', '--dry-run'],
  teardown: ['--record', '--leave-deleted'],
  rules: ['--json'],
  explain: ['<what>', '- for standard input'],
}

test('--help lists every subcommand', async () => {
  const { exitCode, out } = await agentid('--help')
  assert.equal(exitCode, 0)
  for (const name of Object.keys(helpOf)) assert.match(out, new RegExp(`\\n {2}${name} `))
})

for (const [name, texts] of Object.entries(helpOf)) {
  test(`${name} --help names its options and shows examples, in 80 columns`, async () => {
    const { exitCode, out } = await agentid(name, '--help')
    assert.equal(exitCode, 0)
    for (const text of [...texts, 'Examples:']) assert.ok(out.includes(text), text)
    assert.deepEqual(
      out.split('\n').filter((line) => line.length > 80),
      [],
    )
  })
}

test('an unknown subcommand names the nearest one', async () => {
  const { exitCode, err } = await agentid('tokn')
  assert.equal(exitCode, 2)
  assert.match(err, /unknown command 'tokn'\n\(Did you mean token\?\)/)
})

test('an unknown option of a subcommand names the nearest one', async () => {
  const { exitCode, err } = await agentid('serve', '--http-prot', '1')
  assert.equal(exitCode, 2)
  assert.match(err, /unknown option '--http-prot'\n\(Did you mean --http-port\?\)/)
})

for (const port of ['65536', '-1', '80.5', '', 'http']) {
  test(`'${port}' is no port`, async () => {
    const { exitCode, err } = await agentid('serve', `--port=${port}`)
    assert.equal(exitCode, 2)
    assert.match(err, /Expected a port from 0 to 65535\./)
  })
}

test('an unknown kind of credential names the kinds', async () => {
  const { exitCode, err } = await agentid('token', '--credential', 'password')
  assert.equal(exitCode, 2)
  assert.match(err, /Allowed choices are secret, certificate, assertion-file, managed-identity\./)
})

test('missing variables end with 2 and their names', async () => {
  const { exitCode, err } = await agentid('token')
  assert.equal(exitCode, 2)
  assert.match(
    err,
    /^agentid token: AGENTID_TENANT_ID is not set: the id of the tenant; `agentid serve` prints it\n/,
  )
})

test('no command at all is a usage error that shows the help', async () => {
  const { exitCode, err } = await agentid()
  assert.equal(exitCode, 2)
  assert.match(err, /^Usage: agentid /)
})

test('a subcommand hands its exit code on', async () => {
  assert.equal((await agentid('explain', 'T1-AGENT')).exitCode, 0)
  assert.equal((await agentid('explain', 'no-such-rule')).exitCode, 1)
})

test('--version prints a version', async () => {
  const { exitCode, out } = await agentid('--version')
  assert.equal(exitCode, 0)
  assert.match(out, /^\d+\.\d+\.\d+/)
})
