import { setTimeout as wait } from 'node:timers/promises'
import { Given, Then } from '@cucumber/cucumber'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

/** Two requests may come within the millisecond that the journal tells. */
Given('a few milliseconds of real time have passed', async () => {
  await wait(5)
})

Then(
  'request {int} came at the same moment as request {int}',
  async function (this: W, later: number, earlier: number) {
    const [a, b] = [await this.control.received(earlier), await this.control.received(later)]
    expectSame(`the time of request ${later}`, b.time, a.time)
  },
)

Then(
  'request {int} came later than request {int}',
  async function (this: W, later: number, earlier: number) {
    const [a, b] = [await this.control.received(earlier), await this.control.received(later)]
    if (b.time > a.time) return
    throw new Difference(`the time of request ${later}`, `later than ${a.time}`, b.time)
  },
)
