import { Given, Then, When } from '@cucumber/cucumber'
import type { AgentName, ClientName } from '../../engine/cast/names.ts'
import { expectSame } from '../../engine/outcomes/difference.ts'
import { sendWire } from '../../engine/requests/wire-request.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld
type End = 'no answer came' | 'the answer broke off' | 'the answer came whole'

/** How the request ended that was tried last. */
const ends = new WeakMap<W, End>()

async function attempt(world: W, client: ClientName, agent: AgentName): Promise<void> {
  const wire = await world.t1Request(client, world.directory.clientId(agent))
  await world.directory.ready()
  ends.set(world, 'no answer came')
  try {
    const answer = await sendWire(world.target.request, wire)
    ends.set(world, 'the answer broke off')
    await answer.text()
    ends.set(world, 'the answer came whole')
  } catch {
    // What was reached is how it ended.
  }
}

Given(
  '{client} has tried to ask for T1 for {agent identity}',
  async function (this: W, client: ClientName, agent: AgentName) {
    await attempt(this, client, agent)
  },
)

When(
  '{client} tries to ask for T1 for {agent identity}',
  async function (this: W, client: ClientName, agent: AgentName) {
    await attempt(this, client, agent)
  },
)

Then('no answer came', function (this: W) {
  expectSame('the end of the request', ends.get(this), 'no answer came')
})

Then('the answer broke off', function (this: W) {
  expectSame('the end of the request', ends.get(this), 'the answer broke off')
})
