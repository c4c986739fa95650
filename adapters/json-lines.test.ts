import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'

const loop = new URL('json-lines.mjs', import.meta.url).href

/** An adapter that answers `slow` last, `broken` with an error, and prints what it should not. */
const adapter = `
import { setTimeout as wait } from 'node:timers/promises'
import { serveJsonLines, unsupported } from ${JSON.stringify(loop)}
let tenant
serveJsonLines({
  hello: () => ({ name: 'example', version: '1' }),
  configure: ({ tenantId }) => { tenant = tenantId },
  acquire: async ({ agentIdentity, flow }) => {
    console.log('a package that prints')
    if (flow !== 'autonomous') throw unsupported('no such flow')
    if (agentIdentity === 'broken') throw Object.assign(new Error('refused'), { number: 7 })
    if (agentIdentity === 'slow') await wait(50)
    return { accessToken: agentIdentity + ' of ' + tenant }
  },
  reset: () => { tenant = 'nobody' },
  describe: ({ number }) => (number ? { kind: 'server', aadsts: [number] } : {}),
})`

async function say(...lines: readonly (object | string)[]) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', adapter])
  const said = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  child.stdin.end(`${said.join('\n')}\n`)
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  const replies: unknown[] = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return { replies, stderr, exitCode: await exit }
}

const configure = { id: 1, op: 'configure', tenantId: 'contoso' }
const acquire = (id: number, agentIdentity: string, flow = 'autonomous') => ({
  id,
  op: 'acquire',
  agentIdentity,
  flow,
})

test('each operation is answered with its id, and the process ends with its input', async () => {
  const { replies, exitCode } = await say(
    { id: 0, op: 'hello' },
    configure,
    acquire(2, 'Booking'),
    { id: 3, op: 'reset' },
    acquire(4, 'Booking'),
  )
  assert.deepEqual(replies, [
    { id: 0, ok: true, name: 'example', version: '1' },
    { id: 1, ok: true },
    { id: 2, ok: true, token: { accessToken: 'Booking of contoso' } },
    { id: 3, ok: true },
    { id: 4, ok: true, token: { accessToken: 'Booking of nobody' } },
  ])
  assert.equal(exitCode, 0)
})

test('calls overlap, and one that is under way at the end of the input is answered', async () => {
  const { replies } = await say(configure, acquire(2, 'slow'), acquire(3, 'Billing'))
  assert.deepEqual(replies, [
    { id: 1, ok: true },
    { id: 3, ok: true, token: { accessToken: 'Billing of contoso' } },
    { id: 2, ok: true, token: { accessToken: 'slow of contoso' } },
  ])
})

test('errors say what the adapter describes, and what it does not support', async () => {
  const { replies } = await say(acquire(1, 'broken'), acquire(2, 'Booking', 'obo'), {
    id: 3,
    op: 'dance',
  })
  assert.deepEqual(replies, [
    { id: 1, ok: false, error: { kind: 'server', message: 'refused', aadsts: [7] } },
    { id: 2, ok: false, error: { kind: 'unsupported', message: 'no such flow' } },
    { id: 3, ok: false, error: { kind: 'unsupported', message: 'no such operation: dance' } },
  ])
})

test('shutdown is answered and ends the process, whatever is under way', async () => {
  const { replies, exitCode } = await say(configure, acquire(2, 'slow'), { id: 3, op: 'shutdown' })
  assert.deepEqual(replies, [
    { id: 1, ok: true },
    { id: 3, ok: true },
  ])
  assert.equal(exitCode, 0)
})

test('what a package prints goes to standard error', async () => {
  const { replies, stderr } = await say(configure, acquire(2, 'Booking'))
  assert.equal(replies.length, 2)
  assert.match(stderr, /a package that prints/)
})

test('a line that is no message ends the process with an explanation', async () => {
  const { stderr, exitCode } = await say('hello?')
  assert.match(stderr, /a line of standard input is no message of the protocol/)
  assert.equal(exitCode, 1)
})
