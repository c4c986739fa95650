import type { DataTable } from '@cucumber/cucumber'
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
import { defineAct } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

type Owner = ApplicationName | BlueprintName

const creating = ['creates', 'created'] as const

defineAct(...creating, 'the blueprint {blueprint}', (world: W, caller, name: BlueprintName) =>
  createBlueprint(world, caller, name, noProperties),
)
defineAct(
  ...creating,
  'the blueprint {blueprint} without a sponsor',
  (world: W, caller, name: BlueprintName) => createBlueprint(world, caller, name, unsponsored),
)
defineAct(
  ...creating,
  'the blueprint {blueprint} with:',
  (world: W, caller, name: BlueprintName, table: DataTable) =>
    createBlueprint(world, caller, name, table.raw()),
)
defineAct(
  ...creating,
  'the blueprint {blueprint} under the unique name {string}',
  (world: W, caller, name: BlueprintName, uniqueName: string) =>
    createBlueprint(world, caller, name, [['uniqueName', uniqueName]]),
)
defineAct(...creating, 'the principal of {application}', (world: W, caller, name: Owner) =>
  createPrincipal(world, caller, name, noProperties),
)
defineAct(...creating, 'an ordinary principal of {application}', (world: W, caller, name: Owner) =>
  createPrincipal(world, caller, name, noProperties, ''),
)
defineAct(
  ...creating,
  'an ordinary principal of {application} with:',
  (world: W, caller, name: Owner, table: DataTable) =>
    createPrincipal(world, caller, name, table.raw(), ''),
)
defineAct(
  ...creating,
  'the agent identity {agent identity} of {application}',
  (world: W, caller, name: AgentName, blueprint: Owner) =>
    createAgentIdentity(world, caller, { name, blueprint, rows: noProperties }),
)
defineAct(
  ...creating,
  'the agent identity {agent identity} of {application} without a sponsor',
  (world: W, caller, name: AgentName, blueprint: Owner) =>
    createAgentIdentity(world, caller, { name, blueprint, rows: unsponsored }),
)
defineAct(
  ...creating,
  'the agent identity {agent identity} of {application} with:',
  (world: W, caller, name: AgentName, blueprint: Owner, table: DataTable) =>
    createAgentIdentity(world, caller, { name, blueprint, rows: table.raw() }),
)
defineAct(
  ...creating,
  'the agent user {string} of {agent identity}',
  (world: W, caller, name: string, agent: AgentName) =>
    createAgentUser(world, caller, { name, agent, rows: noProperties }),
)
defineAct(
  ...creating,
  'the agent user {string} of {agent identity} with:',
  (world: W, caller, name: string, agent: AgentName, table: DataTable) =>
    createAgentUser(world, caller, { name, agent, rows: table.raw() }),
)
defineAct(...creating, '{int} blueprints', (world: W, caller: Caller, count: number) =>
  createMany(world, caller, count, {
    path: '/applications/microsoft.graph.agentIdentityBlueprint',
    body: {},
  }),
)
defineAct(
  ...creating,
  '{int} agent identities of {application}',
  (world: W, caller: Caller, count: number, blueprint: Owner) =>
    createMany(world, caller, count, {
      path: '/servicePrincipals/microsoft.graph.agentIdentity',
      body: { agentIdentityBlueprintId: world.directory.clientId(blueprint) },
    }),
)
