import { Given } from '@cucumber/cucumber'
import { busy } from '../../engine/requests/busy-answer.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

/** More often than any client tries. */
const times = 1_000

Given(
  'every answer to a redemption names the token type {string}',
  async function (this: W, type: string) {
    await this.control.addFault({ leg: 'redemption', change: { token_type: type }, times })
  },
)

Given('every answer of the token endpoint lacks its lifetime', async function (this: W) {
  await this.control.addFault({ omit: ['expires_in', 'ext_expires_in'], times })
})

/** The value as JSON writes it, so that a number is told from text. */
Given(
  /^every answer of the token endpoint says ("soon"|null|-1) as its lifetime$/,
  async function (this: W, json: string) {
    const change = { expires_in: JSON.parse(json), ext_expires_in: JSON.parse(json) }
    await this.control.addFault({ change, times })
  },
)

Given(
  'every token is issued for {duration} with an extended lifetime of a day',
  async function (this: W, seconds: number) {
    await this.control.setLifetimes({ t1Seconds: seconds, agentTokenSeconds: seconds })
    await this.control.addFault({ change: { ext_expires_in: 86_400 }, times })
  },
)

Given(
  'every answer of the token endpoint has the prose {string}',
  async function (this: W, prose: string) {
    await this.control.addFault({ change: { error_description: prose }, times })
  },
)

Given(
  'the next answer to a request for T1 comes in {int} pieces',
  async function (this: W, pieces: number) {
    await this.control.addFault({ leg: 't1', pieces })
  },
)

Given(
  'the next answer to a redemption comes in {int} pieces',
  async function (this: W, pieces: number) {
    await this.control.addFault({ leg: 'redemption', pieces })
  },
)

Given('no request for T1 gets an answer', async function (this: W) {
  await this.control.addFault({ leg: 't1', connection: 'drop', times })
})

Given('every answer to a redemption breaks off', async function (this: W) {
  await this.control.addFault({ leg: 'redemption', connection: 'cut', times })
})

Given('every request for T1 is answered with {int}', async function (this: W, status: number) {
  await this.control.addFault({ leg: 't1', ...busy(status), times })
})

Given('every redemption is answered with {int}', async function (this: W, status: number) {
  await this.control.addFault({ leg: 'redemption', ...busy(status), times })
})

Given('every fault is over', async function (this: W) {
  await this.control.clearFaults()
})
