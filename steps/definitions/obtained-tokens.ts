import { Given } from '@cucumber/cucumber'
import { withParameter } from '../../engine/requests/wire-request.ts'
import type { AgentIdWorld } from '../support/world.ts'

Given('its {string} is the token obtained last', function (this: AgentIdWorld, name: string) {
  this.wire = withParameter(this.wire, name, this.it)
})
