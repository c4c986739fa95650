import { Given } from '@cucumber/cucumber'
import { busy } from '../../engine/requests/busy-answer.ts'
import { requestsOfTheClient } from '../../engine/scenario/client-trail.ts'
import { openSidePort } from '../../engine/traps/index.ts'
import { legOf } from '../../judge/index.ts'
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

Given(
  /^every (exchange|request for an agent user) is answered with the token obtained last$/,
  async function (this: W, leg: string) {
    const body = { token_type: 'Bearer', expires_in: 3599, access_token: this.it }
    const fault = { leg: legs[leg], status: 200, body: JSON.stringify(body), times }
    await this.control.addFault({ ...fault, headers: { 'content-type': 'application/json' } })
  },
)

/** The clock stands still, so that the newest has no time to age. One from before the last wait has aged. */
Given('no refresh token serves but the newest', async function (this: W) {
  const renewals = (await requestsOfTheClient(this)).filter((one) => legOf(one) === 'refresh')
  const last = renewals.at(-1)
  if (last === undefined) return
  await this.control.setClock('Contoso', { frozen: true })
  const ageSeconds = this.control.nowSeconds() - Date.parse(last.time) / 1000
  await this.control.setLifetimes({ refreshTokenSeconds: Math.ceil(ageSeconds) + 1 })
})

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
