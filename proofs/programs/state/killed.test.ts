import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { seededRandom } from '../../../mock-idp/testing/mock-world.ts'
import { prefix } from './graph.ts'
import { newLedger, verify, writeUntilGone } from './ledger.ts'
import { commandInFolder, inFolder, serve } from './serve-in-folder.ts'

const seed = Number(process.env.AGENTID_TEST_SEED ?? 20_261_123)
const random = seededRandom(seed)
const kills = 6
const writers = 4

test(`a mock that is killed keeps every acknowledged write (seed ${seed})`, async (t) => {
  const state = ['--state', inFolder('writes.db')]
  const ledger = newLedger()
  let names = 0
  const nextName = () => {
    names += 1
    return `${prefix} ${names}`
  }
  for (let kill = 1; kill <= kills; kill++) {
    const mock = await serve(state)
    const [acknowledged, known] = [ledger.acknowledged, ledger.kept.length]
    // At some write, and at some moment within what it takes to answer the next ones.
    const atWrite = 1 + random.below(60)
    const afterMs = random.below(8)
    let killed: Promise<void> | undefined
    const onWrite = () => {
      if (ledger.acknowledged - acknowledged >= atWrite) {
        killed ??= setTimeout(afterMs).then(() => mock.kill())
      }
    }
    const writing = Array.from({ length: writers }, () =>
      writeUntilGone(mock, ledger, nextName, onWrite),
    )
    await Promise.all(writing)
    await killed
    assert.ok(ledger.acknowledged - acknowledged >= atWrite)

    const again = await serve(state)
    await verify(again, ledger, known)
    await (kill % 2 === 0 ? again.stop() : again.kill())
  }
  t.diagnostic(
    `${ledger.acknowledged} acknowledged writes, ${ledger.unanswered} unanswered creations`,
  )
})

test('a mock that is killed while it starts for the first time begins anew or is whole', async () => {
  for (let kill = 1; kill <= 6; kill++) {
    const state = ['--state', inFolder(`start-${kill}.db`)]
    const child = spawn(process.execPath, commandInFolder(state), { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('close', resolve))
    await setTimeout(150 + random.below(450))
    child.kill('SIGKILL')
    await ended
    const mock = await serve(state)
    const { tenants } = (await (await fetch(`${mock.httpUrl}/_mock/tenants`)).json()) as {
      tenants: { displayName: string }[]
    }
    await mock.stop()
    assert.deepEqual(
      tenants.map(({ displayName }) => displayName),
      ['Contoso', 'Fabrikam'],
    )
    assert.ok(mock.env.AGENTID_BLUEPRINT_CERTIFICATE_FILE, 'Concierge has its certificate')
  }
})
