import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { allPermissions } from '../../provision/index.ts'
import { run } from '../program.ts'
import { fakeSurroundings } from '../testing/fake-surroundings.ts'

const texts = {
  provision: [
    '--tenant',
    '--i-know-this-is-production',
    'AGENTID_TENANT_DOMAIN',
    'mock',
    '--agent-user',
    '--delegated',
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

test('the documentation lists the permissions that the token needs, and no others', async () => {
  const page = await readFile(new URL('../../docs/provision.md', import.meta.url), 'utf8')
  const [, section = ''] = page.split('The token needs these permissions')
  const [table = ''] = section.split('\n\nIf one is missing')
  const listed = new Set(table.match(/(?<=`)[A-Z]\w+(?:\.\w+)+(?=`)/g))
  assert.deepEqual([...listed].sort(), allPermissions)
})

test('a record and a file of variables are not named together', async () => {
  const surroundings = fakeSurroundings()
  assert.equal(await run(['teardown', '--record', 'a', '--out', 'b'], surroundings), 2)
  assert.match(surroundings.err(), /cannot be used with option '--out/)
})
