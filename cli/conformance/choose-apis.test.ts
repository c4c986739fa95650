import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { chooseApis } from './choose-apis.ts'

const manifest = fileURLToPath(new URL('../../examples/api/agentid-api.yaml', import.meta.url))
const target = 'in-process' as const

test('without a manifest of an API there is none to judge', async () => {
  assert.deepEqual(await chooseApis({ target }), [])
})

test('several APIs are judged one after another', async () => {
  const apis = await chooseApis({ target, apiManifest: [manifest, manifest] })
  assert.deepEqual(
    apis.map(({ name }) => name),
    ['orders-api', 'orders-api'],
  )
})

const misfits = [
  [{ client: 'node adapter.mjs' }, /--client does not work with --api-manifest/],
  [{ command: ['node'] }, /the command node does not work with --api-manifest/],
  [{ chaos: 7 }, /--chaos does not work/],
  [{ target: 'live' }, /--target live does not work with --api-manifest/],
] as const

for (const [options, message] of misfits) {
  test(`what says nothing of an API is refused: ${Object.keys(options)}`, async () => {
    await assert.rejects(chooseApis({ target, apiManifest: [manifest], ...options }), {
      name: 'UsageError',
      message,
    })
  })
}
