import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { startJsonLinesProcess } from './json-lines-process.ts'
import { isListening, stopsListening } from './testing/is-listening.ts'
import { untilLate } from './testing/until-late.ts'

const program = fileURLToPath(new URL('testing/harness.ts', import.meta.url))
const bad = fileURLToPath(new URL('testing/bad.mjs', import.meta.url))

/** A harness process with an adapter that started another process, which listens on a port. */
async function harness(how: string) {
  const args = ['--import', 'tsx', program, bad, how]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const [port] = await once(child.stdout, 'data')
  return { child, exited, port: Number(String(port)) }
}

describe('the process group of an adapter', () => {
  it('ends when the adapter does not answer in time', async (t) => {
    const command = [process.execPath, bad, 'grandchild']
    const adapter = await startJsonLinesProcess({ command, timeoutMs: 60_000 })
    const wanted = { flow: 'autonomous' as const, agentIdentity: 'first', scopes: ['s'] }
    const reply = await adapter.ask('acquire', wanted)
    const port = Number(reply.ok && reply.token.accessToken)
    assert.ok(await isListening(port))
    await untilLate(t, () => {
      const second = adapter.ask('acquire', { ...wanted, agentIdentity: 'second' })
      return assert.rejects(second, { message: /did not answer acquire within 60 s/ })
    })
    assert.ok(await stopsListening(port))
  })

  it('ends with the harness, where that exits', async () => {
    const { exited, port } = await harness('exits')
    assert.deepEqual(await exited, [4, null])
    assert.ok(await stopsListening(port))
  })

  it('ends with the harness, where that is interrupted', {
    skip: process.platform === 'win32' && 'Windows has no signals',
  }, async () => {
    const { child, exited, port } = await harness('waits')
    assert.ok(await isListening(port))
    child.kill('SIGINT')
    assert.deepEqual(await exited, [null, 'SIGINT'])
    assert.ok(await stopsListening(port))
  })
})
