import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { chooseClients } from './choose-clients.ts'
import type { ConformanceOptions } from './conformance-options.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-choose-'))
})
after(() => rm(folder, { recursive: true }))

const choose = (options: Partial<ConformanceOptions>) =>
  chooseClients({ target: 'in-process', ...options })

async function write(name: string, content: unknown): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, JSON.stringify(content))
  return file
}

const known = [{ check: 'LEG-FMI-PATH', reason: 'issue 7' }]
const manifest = (name: string) => write(name, { command: ['x'], expectedFailures: known })

describe('the clients that are chosen', () => {
  it('are none when none is named', async () => {
    assert.deepEqual(await choose({ tags: '@mock' }), [])
    assert.deepEqual(await choose({ target: 'live', command: [], manifest: [] }), [])
  })

  it('are alike by a string, a JSON array and an argument vector', async () => {
    const reach = {
      kind: 'process',
      command: ['node', 'my adapter.mjs'],
    }
    const ways = [
      { client: 'node "my adapter.mjs"' },
      { client: '["node", "my adapter.mjs"]' },
      { command: ['node', 'my adapter.mjs'] },
    ]
    for (const way of ways) assert.deepEqual((await choose(way))[0]?.reach, reach)
  })

  it('run once for each token where it is said', async () => {
    const [client] = await choose({ client: 'ask', oneShot: true })
    assert.deepEqual(client?.reach, { kind: 'oneShot', command: ['ask'] })
  })

  it('are those of the manifests, in their order, with what each knows', async () => {
    const files = [await manifest('b.yaml'), await write('a.yaml', { name: 'a', command: ['y'] })]
    const clients = await choose({ manifest: files })
    assert.deepEqual(
      clients.map(({ name, expectedFailures }) => [name, expectedFailures]),
      [
        [undefined, known],
        ['a', []],
      ],
    )
  })

  it('have the expected failures of the option instead of those of the manifest', async () => {
    const expectedFailures = await write('list.yaml', [
      { check: 'LEG-CREDENTIAL', reason: 'issue 8' },
    ])
    const [client] = await choose({ manifest: [await manifest('c.yaml')], expectedFailures })
    assert.deepEqual(client?.expectedFailures, [{ check: 'LEG-CREDENTIAL', reason: 'issue 8' }])
  })
})

describe('the variables that clients inherit', () => {
  it('are those of the manifest and of the option', async () => {
    const file = await write('passes.yaml', { command: ['x'], passEnv: ['A'] })
    const [client] = await choose({ manifest: [file], passEnv: ['B'] })
    assert.deepEqual(client?.reach.kind === 'process' && client.reach.passEnv, ['A', 'B'])
  })

  it('are none of a client that runs already', async () => {
    const reach = { kind: 'http', url: 'http://localhost:1' }
    const file = await write('runs.yaml', { url: reach.url })
    const [client] = await choose({ manifest: [file], passEnv: ['B'] })
    assert.deepEqual(client?.reach, reach)
  })
})

describe('options that do not fit together', () => {
  const wrong: readonly (readonly [string, Partial<ConformanceOptions>, RegExp])[] = [
    [
      'two commands',
      { client: 'a', command: ['b'] },
      /in several ways: --client, the command b\. Use one/,
    ],
    [
      'a command and a manifest',
      { command: ['b'], manifest: ['m'] },
      /: the command b, --manifest\. Use one/,
    ],
    [
      'a client and a manifest',
      { client: 'a', manifest: ['m'] },
      /: --client, --manifest\. Use one/,
    ],
    ['a client on a live tenant', { client: 'a', target: 'live' }, /faults, a clock and a jour/],
    ['one-shot of a manifest', { manifest: ['m'], oneShot: true }, /in the manifest instead/],
    [
      'one list for two clients',
      { manifest: ['m', 'n'], expectedFailures: 'f' },
      /works with one client only/,
    ],
    [
      'evidence of a client',
      { client: 'a', saveEvidence: 'd' },
      /^--save-evidence records the answers/,
    ],
    ['one-shot without a client', { oneShot: true }, /^--one-shot needs a client/],
    ['known failures without one', { expectedFailures: 'f' }, /^--expected-failures needs/],
    ['variables without one', { passEnv: ['A'] }, /^--pass-env needs a client/],
    ['strictness without one', { strict: true }, /^--strict needs a client/],
    ['chaos without one', { chaos: 0 }, /^--chaos needs a client/],
    ['jobs without one', { jobs: 2 }, /^--jobs needs a client/],
  ]
  for (const [title, options, message] of wrong) {
    it(title, async () => {
      await assert.rejects(choose(options), { message })
    })
  }
})
