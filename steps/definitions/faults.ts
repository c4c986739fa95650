import { Given } from '@cucumber/cucumber'
import type { TenantName } from '../../engine/cast/names.ts'
import { busy } from '../../engine/requests/busy-answer.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given('the next request for T1 is answered with {int}', async function (this: W, status: number) {
  await this.control.addFault({ leg: 't1', ...busy(status) })
})

Given(
  'the next {int} requests for T1 are answered with {int}',
  async function (this: W, times: number, status: number) {
    await this.control.addFault({ leg: 't1', ...busy(status), times })
  },
)

Given(
  'the next request for T1 is answered with {int} and {string}',
  async function (this: W, status: number, header: string) {
    await this.control.addFault({ leg: 't1', ...busy(status, headersOf(header)) })
  },
)

Given(
  'the next redemption is answered with {int} and {string}',
  async function (this: W, status: number, header: string) {
    await this.control.addFault({ leg: 'redemption', ...busy(status, headersOf(header)) })
  },
)

Given(
  'every request for T1 is answered with {int} and {string}',
  async function (this: W, status: number, header: string) {
    await this.control.addFault({ leg: 't1', ...busy(status, headersOf(header)), times: 1_000 })
  },
)

Given('{tenant} has a new signing key', async function (this: W, tenant: TenantName) {
  await this.control.rotateKey(tenant)
})

Given(
  'the rule {string} is relaxed at {tenant}',
  async function (this: W, ruleId: string, tenant: TenantName) {
    await this.control.relax(tenant, ruleId)
  },
)

Given('{tenant} was reset', async function (this: W, tenant: TenantName) {
  await this.control.reset(tenant)
})

/** "Retry-After: 7" */
function headersOf(line: string): Record<string, string> {
  const [name = '', ...value] = line.split(': ')
  return { [name.toLowerCase()]: value.join(': ') }
}
