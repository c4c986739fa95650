import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createMockIdp } from '../index.ts'
import { root } from '../tasks/run-tool.ts'
import { runProgram } from './support/run-program.ts'

// The README is pasted into a shell, block by block, as a reader would.
const blocks = [
  ...(await readFile(join(root, 'README.md'), 'utf8')).matchAll(/```sh\n([\s\S]*?)```/g),
]
const script = blocks.map(([, block]) => block).join('\n')
const skip = await reasonToSkip()

const home = await mkdtemp(join(tmpdir(), 'agentid-home-'))
// Without XDG_DATA_HOME the data folder is where the README says it is on Linux.
const env = { HOME: home, XDG_DATA_HOME: undefined, NO_COLOR: '1' }
let stop: () => Promise<void> = async () => {}

before(async () => {
  if (skip === false) stop = await startServer()
})
after(async () => {
  await stop()
  await rm(home, { recursive: true, force: true })
})

test('every command of the README does what it says', { skip }, async () => {
  const { status, stdout, stderr } = await runProgram('bash', ['-euo', 'pipefail', '-c', script], {
    env,
    cwd: root,
  })
  assert.equal(status, 0, `${stdout}\n${stderr}`)

  assert.match(stdout, /"token_type":"Bearer","expires_in":3599/)
  assert.match(stdout, /x-mock-rule: T1-AGENT/)
  assert.match(stdout, /AADSTS7002137/)
  assert.match(stdout, /xms_par_app_azp/)
  assert.match(stdout, /"tenantId":"[0-9a-f-]{36}"/)
  assert.match(stdout, /"@odata.type":"#microsoft.graph.agentIdentity"/)
  assert.match(stdout, /"requests":2/)
  assert.match(stdout, /0 failed/)
  assert.match(`${stdout}${stderr}`, /ready\. Take the variables over/)
  assert.match(`${stdout}${stderr}`, /all is removed/)
})

test('the JavaScript of the README runs', { skip }, async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  for (const [, block = ''] of readme.matchAll(/```js\n([\s\S]*?)```/g)) {
    const program = `${block}\nprocess.exit(0)`
    const args = ['--input-type=module', '--eval', program]
    const { status, stderr } = await runProgram(process.execPath, args, { cwd: root })
    assert.equal(status, 0, `${block}\n${stderr}`)
  }
})

test('the directory of the README can be used', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const [, json = ''] = /```json directory\n([\s\S]*?)```/.exec(readme) ?? []
  const { tenants } = await createMockIdp({ directory: JSON.parse(json) })
  assert.deepEqual(
    tenants.all().map(({ displayName }) => displayName),
    ['Tailwind'],
  )
})

async function startServer(): Promise<() => Promise<void>> {
  const args = [join(root, 'dist/cli/agentid.js'), 'serve']
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (text) => String(text).includes('Stop it with') && resolve())
    child.once('close', () => resolve())
  })
  return async () => {
    child.kill()
    await ended
  }
}

/** The README speaks of a Linux shell and of the default port. */
async function reasonToSkip(): Promise<string | false> {
  if (process.platform !== 'linux') return 'the README shows the paths of Linux'
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(8443, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
  return free ? false : 'port 8443 is in use'
}
