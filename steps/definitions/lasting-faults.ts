import { Given } from '@cucumber/cucumber'
import type { AgentName } from '../../engine/cast/names.ts'
import { busy } from '../../engine/requests/busy-answer.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld
type Leg = 't1' | 'redemption'

/** More often than any client tries: one that tries again meets the same answer. */
const times = 1_000
const headers = { 'content-type': 'application/json' }

function answerEvery(world: W, leg: Leg, status: number, body: string): Promise<void> {
  return world.control.addFault({ leg, status, body, headers, times })
}

Given(
  'every request for T1 is answered with {int} and the body:',
  async function (this: W, status: number, body: string) {
    await answerEvery(this, 't1', status, body)
  },
)

Given(
  'every redemption is answered with {int} and the body:',
  async function (this: W, status: number, body: string) {
    await answerEvery(this, 'redemption', status, body)
  },
)

Given('every redemption is answered with the token obtained last', async function (this: W) {
  const body = { token_type: 'Bearer', expires_in: 3599, access_token: this.it }
  await answerEvery(this, 'redemption', 200, JSON.stringify(body))
})

Given(
  'every request for T1 for {agent identity} is answered with {int}',
  async function (this: W, agent: AgentName, status: number) {
    const fmiPath = this.directory.clientId(agent)
    await this.control.addFault({ leg: 't1', fmiPath, ...busy(status), times })
  },
)
