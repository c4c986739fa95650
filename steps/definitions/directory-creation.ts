import { type DataTable, Given, When } from '@cucumber/cucumber'
import type { AgentName, ApplicationName, BlueprintName } from '../../engine/cast/names.ts'
import type { Caller } from '../support/graph-callers.ts'
import {
  createAgentIdentity,
  createAgentUser,
  createBlueprint,
  createMany,
  createPrincipal,
  noProperties,
  unsponsored,
} from '../support/graph-creation.ts'
import { act, done } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

type Owner = ApplicationName | BlueprintName

const createsBlueprint = (world: W, caller: Caller, name: BlueprintName) =>
  createBlueprint(world, caller, name, noProperties)
When('{caller} creates the blueprint {blueprint}', act(createsBlueprint))
Given('{caller} has created the blueprint {blueprint}', done(createsBlueprint))

const createsUnsponsoredBlueprint = (world: W, caller: Caller, name: BlueprintName) =>
  createBlueprint(world, caller, name, unsponsored)
When(
  '{caller} creates the blueprint {blueprint} without a sponsor',
  act(createsUnsponsoredBlueprint),
)
Given(
  '{caller} has created the blueprint {blueprint} without a sponsor',
  done(createsUnsponsoredBlueprint),
)

When(
  '{caller} creates the blueprint {blueprint} with:',
  act((world: W, caller, name: BlueprintName, table: DataTable) =>
    createBlueprint(world, caller, name, table.raw()),
  ),
)

Given(
  '{caller} has created the blueprint {blueprint} under the unique name {string}',
  done((world: W, caller, name: BlueprintName, uniqueName: string) =>
    createBlueprint(world, caller, name, [['uniqueName', uniqueName]]),
  ),
)

const createsPrincipal = (world: W, caller: Caller, name: Owner) =>
  createPrincipal(world, caller, name, noProperties)
When('{caller} creates the principal of {application}', act(createsPrincipal))
Given('{caller} has created the principal of {application}', done(createsPrincipal))

const createsOrdinaryPrincipal = (world: W, caller: Caller, name: Owner) =>
  createPrincipal(world, caller, name, noProperties, '')
When('{caller} creates an ordinary principal of {application}', act(createsOrdinaryPrincipal))
Given('{caller} has created an ordinary principal of {application}', done(createsOrdinaryPrincipal))

When(
  '{caller} creates an ordinary principal of {application} with:',
  act((world: W, caller, name: Owner, table: DataTable) =>
    createPrincipal(world, caller, name, table.raw(), ''),
  ),
)

const createsAgentIdentity = (world: W, caller: Caller, name: AgentName, blueprint: Owner) =>
  createAgentIdentity(world, caller, { name, blueprint, rows: noProperties })
When(
  '{caller} creates the agent identity {agent identity} of {application}',
  act(createsAgentIdentity),
)
Given(
  '{caller} has created the agent identity {agent identity} of {application}',
  done(createsAgentIdentity),
)

When(
  '{caller} creates the agent identity {agent identity} of {application} without a sponsor',
  act((world: W, caller, name: AgentName, blueprint: Owner) =>
    createAgentIdentity(world, caller, { name, blueprint, rows: unsponsored }),
  ),
)

const createsAgentIdentityWith = (
  world: W,
  caller: Caller,
  name: AgentName,
  blueprint: Owner,
  table: DataTable,
) => createAgentIdentity(world, caller, { name, blueprint, rows: table.raw() })
When(
  '{caller} creates the agent identity {agent identity} of {application} with:',
  act(createsAgentIdentityWith),
)
Given(
  '{caller} has created the agent identity {agent identity} of {application} with:',
  done(createsAgentIdentityWith),
)

const createsAgentUser = (world: W, caller: Caller, name: string, agent: AgentName) =>
  createAgentUser(world, caller, { name, agent, rows: noProperties })
When('{caller} creates the agent user {string} of {agent identity}', act(createsAgentUser))
Given('{caller} has created the agent user {string} of {agent identity}', done(createsAgentUser))

When(
  '{caller} creates the agent user {string} of {agent identity} with:',
  act((world: W, caller, name: string, agent: AgentName, table: DataTable) =>
    createAgentUser(world, caller, { name, agent, rows: table.raw() }),
  ),
)

Given(
  '{caller} has created {int} blueprints',
  done((world: W, caller: Caller, count: number) =>
    createMany(world, caller, count, {
      path: '/applications/microsoft.graph.agentIdentityBlueprint',
      body: {},
    }),
  ),
)

Given(
  '{caller} has created {int} agent identities of {application}',
  done((world: W, caller: Caller, count: number, blueprint: Owner) =>
    createMany(world, caller, count, {
      path: '/servicePrincipals/microsoft.graph.agentIdentity',
      body: { agentIdentityBlueprintId: world.directory.clientId(blueprint) },
    }),
  ),
)
