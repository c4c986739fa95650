import assert from 'node:assert/strict'
import { test } from 'node:test'
import { run } from '../program.ts'
import { fakeSurroundings } from '../testing/fake-surroundings.ts'

const texts = {
  provision: [
    '--tenant',
    '--i-know-this-is-production',
    'AGENTID_TENANT_DOMAIN',
    'mock',
    'Examples:',
  ],
  teardown: ['--record', '--leave-deleted', '30 days', 'Examples:'],
}

for (const [name, expected] of Object.entries(texts)) {
  test(`${name} --help explains itself in 80 columns`, async () => {
    const surroundings = fakeSurroundings()
    assert.equal(await run([name, '--help'], surroundings), 0)
    const help = surroundings.out()
    for (const text of expected) assert.ok(help.includes(text), text)
    assert.deepEqual(
      help.split('\n').filter((line) => line.length > 80),
      [],
    )
  })
}

test('a record and a file of variables are not named together', async () => {
  const surroundings = fakeSurroundings()
  assert.equal(await run(['teardown', '--record', 'a', '--out', 'b'], surroundings), 2)
  assert.match(surroundings.err(), /cannot be used with option '--out/)
})
