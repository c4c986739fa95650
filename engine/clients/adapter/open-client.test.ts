import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { clientSpecFrom, openClient } from './open-client.ts'
import { setup } from './testing/setup.ts'

const testing = fileURLToPath(new URL('testing', import.meta.url))
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-client-'))
})
after(() => rm(folder, { recursive: true }))

async function manifest(content: object): Promise<string> {
  const file = join(folder, 'agentid-adapter.yaml')
  await writeFile(file, JSON.stringify(content))
  return file
}

describe('what the command line says of a client', () => {
  it('is a command', async () => {
    assert.deepEqual(await clientSpecFrom({ command: 'node "my adapter.mjs"' }), {
      reach: { kind: 'process', command: ['node', 'my adapter.mjs'] },
      timeoutMs: 30_000,
      expectedFailures: [],
      skip: [],
    })
    const { reach } = await clientSpecFrom({ command: ['a'], oneShot: true })
    assert.deepEqual(reach, { kind: 'oneShot', command: ['a'] })
  })

  it('or a manifest', async () => {
    const skip = [{ check: 'MANAGED-IDENTITY-ONCE', reason: 'r' }]
    const manifestFile = await manifest({ name: 'n', command: ['a'], skip, timeoutSeconds: 2 })
    const spec = await clientSpecFrom({ manifestFile })
    assert.equal(spec.name, 'n')
    assert.equal(spec.timeoutMs, 2000)
    assert.deepEqual(spec.skip, skip)
    assert.equal(spec.reach.kind, 'process')
    const url = 'http://127.0.0.1:1/'
    const http = await clientSpecFrom({ manifestFile: await manifest({ url }) })
    assert.deepEqual(http.reach, { kind: 'http', url })
  })

  it('is one of them', async () => {
    const problem = { name: 'AdapterUsageError' }
    await assert.rejects(clientSpecFrom({}), problem)
    await assert.rejects(clientSpecFrom({ command: 'a', manifestFile: 'b' }), problem)
    await assert.rejects(clientSpecFrom({ command: '' }), problem)
    const manifestFile = await manifest({ command: [''] })
    await assert.rejects(clientSpecFrom({ manifestFile }), problem)
    await assert.rejects(clientSpecFrom({ manifestFile, oneShot: true }), problem)
  })
})

describe('a client that is opened', () => {
  it('is a program that goes on running, found from the folder of the manifest', async () => {
    const command = [process.execPath, 'good.mjs']
    const manifestFile = await manifest({ name: 'mine', command, workdir: testing })
    const client = await openClient(await clientSpecFrom({ manifestFile }))
    assert.equal(client.name, 'mine')
    assert.equal(client.version, '1.2.3')
    await client.close()
  })

  it('is a program that runs once for each acquisition', async () => {
    const command = [process.execPath, join(testing, 'one-shot.mjs'), 'refuses']
    const client = await openClient(await clientSpecFrom({ command, oneShot: true }))
    const configured = await client.configure(setup())
    const { error } = await configured.acquire({ agentIdentity: 'a', scope: 's' })
    assert.equal(error?.message, 'I refuse')
    await configured.close()
  })

  it('is a server', async () => {
    const manifestFile = await manifest({ url: 'http://127.0.0.1:1/' })
    const opening = openClient(await clientSpecFrom({ manifestFile }))
    await assert.rejects(opening, { name: 'AdapterFailure', message: /127\.0\.0\.1:1/ })
  })
})
