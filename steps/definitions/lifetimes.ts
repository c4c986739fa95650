import { Given } from '@cucumber/cucumber'
import type { TenantName } from '../../engine/cast/names.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given(
  '{tenant} issues T1 for {duration}',
  async function (this: W, tenant: TenantName, t1Seconds: number) {
    await this.control.setLifetimes({ t1Seconds }, tenant)
  },
)

Given(
  '{tenant} issues tokens that are not T1 for {duration}',
  async function (this: W, tenant: TenantName, agentTokenSeconds: number) {
    await this.control.setLifetimes({ agentTokenSeconds }, tenant)
  },
)

Given(
  '{tenant} issues T1 that ended {duration} ago',
  async function (this: W, tenant: TenantName, seconds: number) {
    await this.control.setLifetimes({ t1Seconds: -seconds }, tenant)
  },
)
