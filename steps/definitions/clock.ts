import { Given } from '@cucumber/cucumber'
import type { TenantName } from '../../engine/cast/names.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given('{duration} has/have passed', async function (this: W, seconds: number) {
  await this.passTime(seconds)
})

Given(
  'the clock of {tenant} is put back by {duration}',
  async function (this: W, tenant: TenantName, seconds: number) {
    await this.control.setClock(tenant, { advanceSeconds: -seconds })
  },
)

Given(
  'the clock of {tenant} is put ahead by {duration}',
  async function (this: W, tenant: TenantName, seconds: number) {
    await this.control.setClock(tenant, { advanceSeconds: seconds })
  },
)

Given('the clock of {tenant} stands still', async function (this: W, tenant: TenantName) {
  await this.control.setClock(tenant, { frozen: true })
})
