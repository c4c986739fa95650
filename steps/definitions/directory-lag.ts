import { Given } from '@cucumber/cucumber'
import type { TenantName } from '../../engine/cast/names.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

Given(
  'reads of {tenant} lag {int} request(s) behind',
  async function (this: W, tenant: TenantName, requests: number) {
    await this.control.setLag(tenant, { read: { requests } })
  },
)

Given(
  'writes of {tenant} lag {int} request(s) behind',
  async function (this: W, tenant: TenantName, requests: number) {
    await this.control.setLag(tenant, { write: { requests } })
  },
)

Given(
  'tokens of {tenant} lag {int} request(s) behind',
  async function (this: W, tenant: TenantName, requests: number) {
    await this.control.setLag(tenant, { sts: { requests } })
  },
)

Given(
  'tokens of {tenant} lag {duration} behind',
  async function (this: W, tenant: TenantName, seconds: number) {
    await this.control.setLag(tenant, { sts: { ms: seconds * 1000 } })
  },
)

Given('the next answer of the directory is {int}', async function (this: W, status: number) {
  await this.control.addFault({ endpoint: 'graph', status, headers: { 'retry-after': '1' } })
})
