import { randomUUID } from 'node:crypto'
import { type DataTable, Given } from '@cucumber/cucumber'
import { changeResource } from '../../engine/cast/edits.ts'
import type {
  ApplicationName,
  BlueprintName,
  ClientName,
  PersonName,
  ResourceName,
} from '../../engine/cast/names.ts'
import { withProperties } from '../../engine/requests/graph-bodies.ts'
import { assignRole, grantScopes, withdrawRoles } from '../support/graph-permissions.ts'
import { askGraph, defineAct, repeatedly } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

Given(
  'the resource {resource} has the role {string}',
  function (this: W, name: ResourceName, value: string) {
    return changeResource(this.directory, name, {
      appRoles: [{ id: randomUUID(), value, displayName: value }],
    })
  },
)

defineAct(
  'assigns',
  'assigned',
  'the role {string} of {resource} to {client}',
  (world: W, caller, role: string, resource: ResourceName, client: ClientName) =>
    assignRole(world, caller, { role, resource, client }),
)
defineAct(
  'assigns',
  'assigned',
  'a role of the agent identity {agent identity} to {client}',
  (world: W, caller, resource: ClientName, client: ClientName) =>
    assignRole(world, caller, { role: 'Any', resource, client }),
)
defineAct(
  'withdraws',
  'withdrawn',
  'every role from {client}',
  (world: W, caller, client: ClientName) => withdrawRoles(world, caller, client),
)

defineAct(
  'grants',
  'granted',
  '{client} the scope {string} of {resource}',
  (world: W, caller, client: ClientName, scope: string, resource: ResourceName) =>
    grantScopes(world, caller, { scope, resource, client }),
)
defineAct(
  'grants',
  'granted',
  '{client} the scope {string} of {resource} for {person}',
  (world: W, caller, client: ClientName, scope: string, resource: ResourceName, name: PersonName) =>
    grantScopes(world, caller, {
      scope,
      resource,
      client,
      userId: world.directory.personId(name),
    }),
)
defineAct(
  'grants',
  'granted',
  'a client that nobody knows the scope {string} of {resource}',
  (world: W, caller, scope: string, resource: ResourceName) =>
    grantScopes(world, caller, { scope, resource, client: undefined }),
)

const inherited = ({ directory }: W, blueprint: ApplicationName | BlueprintName) =>
  `/applications/${directory.clientId(blueprint)}/microsoft.graph.agentIdentityBlueprint/inheritablePermissions`

defineAct(
  'makes',
  'made',
  'permissions of {resource} inheritable from {application}',
  (world: W, caller, resource: ResourceName, name: BlueprintName) =>
    askGraph(world, caller, {
      method: 'POST',
      path: inherited(world, name),
      body: allOf(world.directory.clientId(resource)),
    }),
)
defineAct(
  'makes',
  'made',
  'permissions inheritable from {application} with:',
  (world: W, caller, name: BlueprintName, table: DataTable) =>
    askGraph(world, caller, {
      method: 'POST',
      path: inherited(world, name),
      body: withProperties(allOf(''), table.raw(), world.directory),
    }),
)
defineAct(
  'makes',
  'made',
  'permissions of {int} more resources inheritable from {application}',
  (world: W, caller, count: number, name: BlueprintName) =>
    repeatedly(count, () => {
      const body = allOf(randomUUID())
      return askGraph(world, caller, { method: 'POST', path: inherited(world, name), body })
    }),
)
defineAct(
  'lists',
  'listed',
  'the inheritable permissions of {application}',
  (world: W, caller, name: BlueprintName) =>
    askGraph(world, caller, { method: 'GET', path: inherited(world, name) }),
)

defineAct(
  'changes',
  'changed',
  'what of {resource} is inheritable from {application}:',
  (world: W, caller, resource: ResourceName, name: BlueprintName, table: DataTable) =>
    askGraph(world, caller, {
      method: 'PATCH',
      path: `${inherited(world, name)}/${world.directory.clientId(resource)}`,
      body: withProperties({}, table.raw(), world.directory),
    }),
)
defineAct(
  'removes',
  'removed',
  'what of {resource} is inheritable from {application}',
  (world: W, caller, resource: ResourceName, name: BlueprintName) =>
    askGraph(world, caller, {
      method: 'DELETE',
      path: `${inherited(world, name)}/${world.directory.clientId(resource)}`,
    }),
)

const allOf = (resourceAppId: string) => ({
  resourceAppId,
  inheritableScopes: {
    '@odata.type': '#microsoft.graph.allAllowedScopes',
    kind: 'allAllowed',
  },
  inheritableRoles: { '@odata.type': '#microsoft.graph.allAllowedRoles', kind: 'allAllowed' },
})
