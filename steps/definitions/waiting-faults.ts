import { Given } from '@cucumber/cucumber'
import type { ClientName } from '../../engine/cast/names.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given(
  'after {int} request(s) for T1 the next {int} is/are answered with {int}',
  async function (this: W, skip: number, times: number, status: number) {
    await this.control.addFault({ leg: 't1', skip, times, status })
  },
)

Given(
  'the next request of {client} is answered with {int}',
  async function (this: W, client: ClientName, status: number) {
    const clientId = this.directory.clientId(client)
    await this.control.addFault({ clientId, status })
  },
)

Given(
  'the next request for the published keys is answered with {int}',
  async function (this: W, status: number) {
    await this.control.addFault({ endpoint: 'keys', status })
  },
)

Given(
  'the next request for instance discovery is answered with {int}',
  async function (this: W, status: number) {
    await this.control.addFault({ endpoint: 'instance', status })
  },
)

/** The value as JSON writes it, so that a number is told from text. */
Given(
  'the next answer to a request for T1 says {string} as its {string}',
  async function (this: W, json: string, member: string) {
    await this.control.addFault({ leg: 't1', change: { [member]: JSON.parse(json) } })
  },
)

Given(
  'the next answer to a request for T1 lacks its {string}',
  async function (this: W, member: string) {
    await this.control.addFault({ leg: 't1', omit: [member] })
  },
)

Given(
  'the next request for T1 is refused with AADSTS{int}',
  async function (this: W, refuse: number) {
    await this.control.addFault({ leg: 't1', refuse })
  },
)

Given('the next request for T1 gets no answer', async function (this: W) {
  await this.control.addFault({ leg: 't1', connection: 'drop' })
})

Given('the next answer to a request for T1 breaks off', async function (this: W) {
  await this.control.addFault({ leg: 't1', connection: 'cut' })
})
