import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readApiManifest } from './read-api-manifest.ts'

const folder = await mkdtemp(join(tmpdir(), 'agentid-api-'))
after(() => rm(folder, { recursive: true }))
const file = join(folder, 'agentid-api.yaml')

test('a manifest of two lines has every default', async () => {
  await writeFile(file, 'name: orders\ncommand: [node, server.mjs]\n')
  assert.deepEqual(await readApiManifest(file), {
    name: 'orders',
    command: ['node', 'server.mjs'],
    workdir: folder,
    env: {},
    health: '/health',
    startSeconds: 60,
    resource: { method: 'GET', path: '/orders' },
    policy: {
      apps: true,
      people: true,
      agentUsers: true,
      requireAgent: false,
      agents: null,
      blueprints: null,
      multiTenant: false,
      mcp: false,
    },
    expectedFailures: [],
    skip: [],
  })
})

const mistakes = [
  ['name: a\n', /command: Invalid input/],
  ['name: a\ncommand: [node]\nhealth: ready\n', /:3:9: health: Invalid string: must start with/],
  [
    'name: a\ncommand: [node]\npolicy: {agents: [Nobody]}\n',
    /:3:19: policy\.agents\.0: Invalid option/,
  ],
  ['name: a\ncommand: [node]\npolicy: {app: true}\n', /:3:15: policy\.app: Unrecognized key/],
  [
    'name: a\ncommand: [node]\nexpectedFailures: [{check: API-NOTHING, reason: r}]\n',
    /API-NOTHING/,
  ],
] as const

for (const [content, message] of mistakes) {
  test(`a mistake is told with its place: ${message.source}`, async () => {
    await writeFile(file, content)
    await assert.rejects(readApiManifest(file), { name: 'AdapterUsageError', message })
  })
}
