import { Given } from '@cucumber/cucumber'
import type { TenantName } from '../../engine/cast/names.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

/** Whoever wrote the file of a client writes it anew before its assertion expires, as Kubernetes does. */
const platformRenewsAfter = 3600

Given('{duration} has/have passed', async function (this: W, seconds: number) {
  await this.passTime(seconds)
  if (seconds < platformRenewsAfter || this.client.heldAssertion() === '') return
  await this.client.writeAssertion(await this.assertionOf('Concierge', 'a federated token'))
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
