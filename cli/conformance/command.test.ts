import assert from 'node:assert/strict'
import { test } from 'node:test'
import { run } from '../program.ts'
import { fakeSurroundings } from '../testing/fake-surroundings.ts'

async function conformance(...args: readonly string[]) {
  const surroundings = fakeSurroundings()
  const exitCode = await run(['conformance', ...args], surroundings)
  return { exitCode, out: surroundings.out(), err: surroundings.err() }
}

test('the help names every option and has an example of each use', async () => {
  const { exitCode, out } = await conformance('--help')
  assert.equal(exitCode, 0)
  const uses = ['--client "', '-- node', '--one-shot', '--manifest a.yaml --manifest', '--chaos 7']
  const others = ['--tags', '--report', '--expected-failures', '--jobs', '--strict', '--compare']
  for (const text of [...uses, ...others]) assert.ok(out.includes(text), text)
})

for (const [option, value, reason] of [
  ['--target', 'moon', 'Allowed choices are in-process, server, live.'],
  ['--chaos', '1.5', 'Expected a whole number.'],
  ['--chaos', '', 'Expected a whole number.'],
  ['--jobs', '0', 'Expected a whole number from 1 to 16.'],
  ['--jobs', '17', 'Expected a whole number from 1 to 16.'],
  ['--jobs', 'many', 'Expected a whole number from 1 to 16.'],
  ['--manifest', '', 'Expected a value that is not empty.'],
] as const) {
  test(`'${value}' is nothing for ${option}`, async () => {
    const { exitCode, err } = await conformance(`${option}=${value}`)
    assert.equal(exitCode, 2)
    assert.ok(err.includes(reason), err)
  })
}

test('a comparison judges nothing, so it takes no other option', async () => {
  for (const other of [['--strict'], ['--tags', '@mock'], ['--target', 'live']]) {
    const { exitCode, err } = await conformance(...other, '--compare', 'a', 'b')
    assert.equal(exitCode, 2)
    assert.match(err, /option '--compare <reports\.\.\.>' cannot be used with option/)
  }
})

test('what stands after -- is the command of a client, options and all', async () => {
  const { exitCode, err } = await conformance('--client', 'x', '--', 'node', '--strict', 'a.mjs')
  assert.equal(exitCode, 2)
  assert.match(
    err,
    /^agentid conformance: you named a client in several ways: --client, the command node\./,
  )
})
