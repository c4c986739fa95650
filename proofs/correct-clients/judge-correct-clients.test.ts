import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plain } from './habits.ts'
import { habitualClient } from './habitual-client.ts'
import { correctClients } from './index.ts'
import { judgeCorrectClients } from './judge-correct-clients.ts'

const quiet = () => {}

describe('correct clients', () => {
  it('are at least six, each with a name of its own', () => {
    const names = correctClients.map(({ client }) => client.name)
    assert.ok(names.length >= 6)
    assert.equal(new Set(names).size, names.length)
  })

  it('have nothing raised against them', async () => {
    const basic = correctClients.filter(({ client }) => client.name.includes('Basic alone'))
    const tags = '@rule:LEG-FMI-PATH or @rule:SEND-ONE-CREDENTIAL'
    assert.deepEqual(await judgeCorrectClients(basic, quiet, tags), { silent: 1, alarms: [] })
  })

  it('are told apart from one with a fault', async () => {
    const client = habitualClient('lasts too long', { ...plain, keepsUntil: -3600 })
    const { silent, alarms } = await judgeCorrectClients(
      [{ client, notes: [] }],
      quiet,
      '@rule:RENEW-TOKEN',
    )
    assert.equal(silent, 0)
    assert.match(alarms.join(), /^lasts too long: RENEW-TOKEN \(failed\)/)
  })
})
