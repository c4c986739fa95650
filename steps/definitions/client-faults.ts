import { Given } from '@cucumber/cucumber'
import { busy } from '../../engine/requests/busy-answer.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld
type Leg = 't1' | 'redemption'

/** More often than any client tries. */
const times = 1_000

Given('every discovery document is answered with {int}', async function (this: W, status: number) {
  await this.control.addFault({ endpoint: 'discovery', status, times })
})

Given(
  'the next request for T1 is answered with {int} and a Retry-After date {int} seconds from now',
  async function (this: W, status: number, seconds: number) {
    const date = new Date((this.control.nowSeconds() + seconds) * 1000).toUTCString()
    await this.control.addFault({ leg: 't1', ...busy(status, { 'retry-after': date }) })
  },
)

Given('every answer of the token endpoint contains unknown members', async function (this: W) {
  const change = { not_invented_yet: true, of_the_future: { deep: ['and', 1] }, refresh_in: 1800 }
  await this.control.addFault({ change, times })
})

Given('every answer of the token endpoint writes its lifetime as text', async function (this: W) {
  await this.control.addFault({ change: { expires_in: '3599', ext_expires_in: '3599' }, times })
})

Given('the next request for T1 is redirected to another host', async function (this: W) {
  await redirect(this, 't1')
})

Given('the next redemption is redirected to another host', async function (this: W) {
  await redirect(this, 'redemption')
})

/** To the same provider under another name, so that a request that follows is seen. */
async function redirect({ control, directory, target }: W, leg: Leg): Promise<void> {
  const { port } = new URL(target.authorityHost)
  const location = `https://127.0.0.1:${port}/${directory.tenantId('Contoso')}/oauth2/v2.0/token`
  await control.addFault({ leg, status: 307, headers: { location } })
}

Given('the next redemption is refused with AADSTS{int}', async function (this: W, refuse: number) {
  await this.control.addFault({ leg: 'redemption', refuse })
})

Given('the next answer to a redemption breaks off', async function (this: W) {
  await this.control.addFault({ leg: 'redemption', connection: 'cut' })
})

/** Long enough that every caller has come before the first has an answer. */
Given('the answer to the next request for T1 takes a while', async function (this: W) {
  await this.control.addFault({ leg: 't1', delayMs: 300 })
})

Given('the answer to the next request for T1 takes a second', async function (this: W) {
  await this.control.addFault({ leg: 't1', delayMs: 1_000 })
})

Given('the body of the answer to the next redemption takes a second', async function (this: W) {
  await this.control.addFault({ leg: 'redemption', bodyDelayMs: 1_000 })
})
