import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isListening, stopsListening } from '../engine/clients/adapter/testing/is-listening.ts'
import { createMark } from './mark.ts'
import { isWindows, openProgram } from './started-program.ts'

const leaves = fileURLToPath(new URL('testing/leaves.mjs', import.meta.url))
const skip = process.platform === 'linux' ? false : 'only Linux has /proc'

/** A program that left another behind. */
async function started(...ways: readonly string[]) {
  const mark = createMark()
  const child = spawn(process.execPath, [leaves, ...ways], {
    env: { PATH: process.env.PATH, ...mark.variables },
    detached: !isWindows,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const program = openProgram(child, mark)
  const exited = once(child, 'exit')
  const closed = once(child, 'close')
  const [port] = await once(child.stdout, 'data')
  return { child, program, exited, closed, port: Number(String(port)) }
}

describe('what a program started', () => {
  it('ends with it, in its group', { skip: isWindows && 'it has no groups' }, async () => {
    const { program, exited, port } = await started()
    await exited
    assert.ok(await isListening(port))
    program.end()
    assert.ok(await stopsListening(port))
  })

  it('ends with it, in a session of its own', { skip }, async () => {
    const { program, exited, port } = await started('setsid')
    await exited
    assert.ok(await isListening(port))
    program.end()
    assert.ok(await stopsListening(port))
  })

  it('ends with it while it runs, though it hides the mark', { skip }, async () => {
    const { program, exited, port } = await started('setsid', 'clears-environment', 'stays')
    program.end()
    await exited
    assert.ok(await stopsListening(port))
  })

  it('ends and is named where it holds the output, though it hides the mark', {
    skip,
  }, async () => {
    const hides = ['setsid', 'clears-environment', 'holds-output']
    const { program, exited, closed, port } = await started(...hides)
    await exited
    program.end()
    assert.ok(await isListening(port))
    const [holder, ...more] = program.endHolders()
    assert.equal(holder?.name, 'node')
    assert.deepEqual(more, [])
    await closed
    assert.ok(await stopsListening(port))
  })

  it('is nothing of another program', { skip }, async () => {
    const [one, other] = [await started('setsid'), await started('setsid', 'holds-output')]
    await one.exited
    one.program.end()
    assert.deepEqual(one.program.endHolders(), [])
    assert.ok(await isListening(other.port))
    other.program.end()
    assert.ok(await stopsListening(other.port))
  })
})

it('a run inside another keeps the marks of the outer one', () => {
  const outer = createMark({})
  const inner = createMark(outer.variables)
  assert.deepEqual(inner.variables, { AGENTID_STARTED_BY: `${outer.id} ${inner.id}` })
})
