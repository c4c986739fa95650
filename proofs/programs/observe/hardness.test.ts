import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { stopsListening } from '../../../engine/clients/adapter/testing/is-listening.ts'
import { observe, script } from './observe-command.ts'

const leaves = fileURLToPath(new URL('../../../programs/testing/leaves.mjs', import.meta.url))
const onLinux = process.platform === 'linux' ? false : 'only Linux has /proc'

/** Why this machine makes no namespace, if it does not. */
function noNamespace(): string | false {
  const args = ['--user', '--map-root-user', '--net', '--', 'ip', 'link', 'set', 'lo', 'up']
  const { status } = spawnSync('unshare', args)
  return status === 0
    ? false
    : 'this user may not make network namespaces, or unshare or ip is missing'
}

test('no credential of this machine reaches the program, unless it is passed by name', async () => {
  const names = ['AZURE_PASSWORD', 'GITHUB_TOKEN', 'AWS_SECRET_ACCESS_KEY', 'DATABASE_URL']
  const env = Object.fromEntries(names.map((name) => [name, 'live']))
  const program = script(`for (const [name, value] of Object.entries(process.env))
    if (value === 'live') console.log(name)
    process.exitCode = 3`)
  const without = await observe(program, { env })
  assert.doesNotMatch(without.stdout, /^[A-Z_]+$/m)
  assert.match(
    without.stderr,
    /\nagentid observe: It did not get \d+ variables of this environment, .*: --pass-env NAME\n/,
  )
  const passed = await observe(program, { env, options: ['--pass-env', 'DATABASE_URL'] })
  assert.match(passed.stdout, /^DATABASE_URL\n/)
  assert.doesNotMatch(passed.stdout, /TOKEN|PASSWORD|KEY/)
})

for (const ways of [
  ['setsid'],
  ['setsid', 'holds-output'],
  ['setsid', 'holds-output', 'clears-environment'],
]) {
  test(`nothing outlives the command: ${ways.join(', ')}`, { skip: onLinux }, async () => {
    const { stdout, stderr } = await observe([process.execPath, leaves, ...ways])
    const port = Number(/^(\d+)\n/.exec(stdout)?.[1])
    assert.ok(port > 0)
    assert.equal(await stopsListening(port), true)
    const warning =
      /\nagentid observe: the program exited, but a process that it started kept its output open and was ended: node \(pid \d+\)\n/
    assert.equal(warning.test(stderr), ways.includes('holds-output'))
  })
}

test('an isolated program is in a network of loopback alone, with the mock', {
  skip: onLinux || noNamespace(),
}, async () => {
  const program = script(`import { readFileSync } from 'node:fs'
    const names = readFileSync('/proc/net/dev', 'utf8').match(/^ *[^ :]+(?=:)/gm)
    const tenant = process.env.AZURE_TENANT_ID
    const url = \`https://login.microsoftonline.com/\${tenant}/v2.0/.well-known/openid-configuration\`
    const { status } = await fetch(url)
    console.log(JSON.stringify({ names: names.map((name) => name.trim()), status }))
    process.exitCode = 5`)
  const { status, stdout, stderr } = await observe(program, { options: ['--isolate'] })
  assert.deepEqual(JSON.parse(stdout.split('\n', 1)[0] ?? ''), { names: ['lo'], status: 200 })
  assert.match(stderr, /the program exited with code 5\n/)
  // It requested no token.
  assert.equal(status, 2)
})
