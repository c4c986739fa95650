import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  AdapterFailure,
  type ClientSetup,
  type ClientUnderTest,
} from '../clients/client-under-test.ts'
import { referenceClient } from '../clients/reference.ts'
import { giveUpOnBroken } from './give-up.ts'

const setup = {} as ClientSetup

/** Its scenarios end as told, one after another; true: with an answer. */
function scripted(ends: boolean[]) {
  const started: number[] = []
  const client: ClientUnderTest = {
    ...referenceClient,
    configure: async () => {
      started.push(started.length + 1)
      return {
        acquire: async () => {
          if (ends.shift()) return { token: 'token' }
          throw new AdapterFailure('garbage')
        },
        reconfigure: async () => {},
        said: async () => '',
        strangeHosts: () => [],
        close: async () => {},
      }
    },
  }
  return { started, client: giveUpOnBroken(client) }
}

async function endOf(client: ClientUnderTest): Promise<string> {
  try {
    const configured = await client.configure(setup)
    const { token = 'refused' } = await configured.acquire({ agentIdentity: 'a', scope: 's' })
    return token
  } catch (error) {
    assert.ok(error instanceof AdapterFailure)
    return error.message
  }
}

describe('a client whose adapter breaks', () => {
  it('is not asked any more after three failures in a row', async () => {
    const { client, started } = scripted([])
    for (const _ of [1, 2, 3]) assert.equal(await endOf(client), 'garbage')
    assert.equal(await endOf(client), 'skipped after 3 adapter failures in a row')
    assert.deepEqual(started, [1, 2, 3])
  })

  it('is asked on while it answers between failures', async () => {
    const { client } = scripted([false, false, true, false, false, true])
    const ends: string[] = []
    for (let count = 0; count < 6; count += 1) ends.push(await endOf(client))
    assert.deepEqual(ends, ['garbage', 'garbage', 'token', 'garbage', 'garbage', 'token'])
  })

  it('is not asked any more when it cannot even be configured', async () => {
    let asked = 0
    const client = giveUpOnBroken({
      ...referenceClient,
      configure: () => {
        asked += 1
        return Promise.reject(new AdapterFailure('it exited'))
      },
    })
    for (let count = 0; count < 9; count += 1) await endOf(client)
    assert.equal(asked, 3)
  })
})
