import { Given, Then } from '@cucumber/cucumber'
import { fill } from '../../engine/cast/fill.ts'
import { type AgentName, type ClientName, homeOf } from '../../engine/cast/names.ts'
import { NotTestable } from '../../engine/outcomes/not-testable.ts'
import { describeAnswer } from '../../engine/requests/answer.ts'
import { type WireRequest, withParameter } from '../../engine/requests/wire-request.ts'
import { expectRefused } from '../expectations/refused-proof.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given('its {string} is the token obtained last', function (this: W, name: string) {
  this.wire = withParameter(this.wire, name, this.it)
})

Given(
  '{client} has obtained T1 for {agent identity}, which rule {string} forbids',
  async function (this: W, client: ClientName, agent: AgentName, rule: string) {
    const fmiPath = this.directory.clientId(agent)
    await obtainForbidden(this, rule, () => this.t1Request(client, fmiPath))
  },
)

Given(
  '{client} has obtained T1 with the fmi_path {string}, which rule {string} forbids',
  async function (this: W, client: ClientName, fmiPath: string, rule: string) {
    const path = fill(fmiPath, this.directory)
    await obtainForbidden(this, rule, () => this.t1Request(client, path))
  },
)

Then('the proof is refused, by the mock under rule {string}', function (this: W, ruleId: string) {
  expectRefused(ruleId, this.answer, this.target.kind)
})

/** A mock is told not to enforce the rule. A tenant that enforces it gives nothing to redeem. */
async function obtainForbidden(
  world: W,
  rule: string,
  request: () => Promise<WireRequest>,
): Promise<void> {
  if (world.target.power) await world.control.relax(homeOf('Concierge'), rule)
  const answer = await world.send(await request())
  if (answer.token !== undefined) return
  const refused = `the target issues no token that rule ${rule} forbids`
  if (world.target.power) throw new TypeError(`${refused}: ${describeAnswer(answer)}`)
  throw new NotTestable(`${refused}, so there is none to redeem`)
}
