import { Given } from '@cucumber/cucumber'
import { busy } from '../../engine/requests/busy-answer.ts'
import { openSidePort } from '../../engine/traps/index.ts'
import type { Fault } from '../../mock-idp/index.ts'
import { challenging } from '../support/challenges.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

/** More often than any client tries. */
const times = 1_000

const legs: Readonly<Record<string, Fault['leg']>> = {
  exchange: 'obo',
  'request for an agent user': 'agentUser',
  'request for T2': 't2',
  renewal: 'refresh',
}

Given('every exchange meets a claims challenge', async function (this: W) {
  await this.control.addFault(challenging(this, 'obo', times))
})

Given('every request for an agent user meets a claims challenge', async function (this: W) {
  await this.control.addFault(challenging(this, 'agentUser', times))
})

Given('the next exchange meets a claims challenge', async function (this: W) {
  await this.control.addFault(challenging(this, 'obo', 1))
})

Given(
  /^the next (exchange|request for an agent user|request for T2) is answered with (\d+) and "Retry-After: (\d+)"$/,
  async function (this: W, leg: string, status: number, seconds: number) {
    const answer = busy(status, { 'retry-after': String(seconds) })
    await this.control.addFault({ leg: legs[leg], ...answer })
  },
)

Given(
  /^every (exchange|request for an agent user|renewal) is answered with (\d+)$/,
  async function (this: W, leg: string, status: number) {
    await this.control.addFault({ leg: legs[leg], ...busy(status), times })
  },
)

Given('every renewal by refresh token is refused', async function (this: W) {
  await this.control.addFault({ leg: 'refresh', refuse: 700082, times })
})

Given(
  /^the next (exchange|request for an agent user|request for T2) is redirected by (\d+) to another port$/,
  async function (this: W, leg: string, status: number) {
    const { target, client, control, directory } = this
    const isReal = target.caFile !== undefined
    const { origin, close } = await openSidePort(target.authorityHost, isReal)
    client.closeAfter(close)
    const location = `${origin}/${directory.tenantId('Contoso')}/oauth2/v2.0/token`
    const headers = { location }
    await control.addFault({ leg: legs[leg], status, headers })
  },
)
