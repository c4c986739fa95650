import { Given } from '@cucumber/cucumber'
import { fill } from '../../engine/cast/fill.ts'
import type { TenantName } from '../../engine/cast/names.ts'
import type { parseCloud } from '../support/clouds.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given('{tenant} has the domain {string}', function (this: W, tenant: TenantName, domain: string) {
  return this.change(tenant, (draft) => {
    draft.domains = [fill(domain, this.directory)]
  })
})

Given(
  '{tenant} is in the {cloud} cloud',
  function (this: W, tenant: TenantName, cloud: ReturnType<typeof parseCloud>) {
    return this.change(tenant, (draft) => {
      draft.cloud = cloud
    })
  },
)
