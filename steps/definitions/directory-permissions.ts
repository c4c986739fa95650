import { randomUUID } from 'node:crypto'
import { type DataTable, Given, When } from '@cucumber/cucumber'
import type {
  ApplicationName,
  BlueprintName,
  ClientName,
  PersonName,
  ResourceName,
} from '../../engine/cast/names.ts'
import { withProperties } from '../../engine/requests/graph-bodies.ts'
import { changeResource } from '../../engine/scenario/edits.ts'
import type { Caller } from '../support/graph-callers.ts'
import { assignRole, grantScopes, withdrawRoles } from '../support/graph-permissions.ts'
import { act, askGraph, done, repeatedly } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

Given(
  'the resource {resource} has the role {string}',
  function (this: W, name: ResourceName, value: string) {
    return changeResource(this.directory, name, {
      appRoles: [{ id: randomUUID(), value, displayName: value }],
    })
  },
)

const assignsRole = (
  world: W,
  caller: Caller,
  role: string,
  resource: ResourceName,
  client: ClientName,
) => assignRole(world, caller, { role, resource, client })
When('{caller} assigns the role {string} of {resource} to {client}', act(assignsRole))
Given('{caller} has assigned the role {string} of {resource} to {client}', done(assignsRole))

When(
  '{caller} assigns a role of the agent identity {agent identity} to {client}',
  act((world: W, caller, resource: ClientName, client: ClientName) =>
    assignRole(world, caller, { role: 'Any', resource, client }),
  ),
)

Given(
  '{caller} has withdrawn every role from {client}',
  done((world: W, caller, client: ClientName) => withdrawRoles(world, caller, client)),
)

const grantsScope = (
  world: W,
  caller: Caller,
  client: ClientName,
  scope: string,
  resource: ResourceName,
) => grantScopes(world, caller, { scope, resource, client })
When('{caller} grants {client} the scope {string} of {resource}', act(grantsScope))
Given('{caller} has granted {client} the scope {string} of {resource}', done(grantsScope))

const grantsScopeFor = (
  world: W,
  caller: Caller,
  client: ClientName,
  scope: string,
  resource: ResourceName,
  name: PersonName,
) => grantScopes(world, caller, { scope, resource, client, userId: world.directory.personId(name) })
When('{caller} grants {client} the scope {string} of {resource} for {person}', act(grantsScopeFor))
Given(
  '{caller} has granted {client} the scope {string} of {resource} for {person}',
  done(grantsScopeFor),
)

When(
  '{caller} grants {client} the scope {string} of {resource} for one user without a name',
  act((world: W, caller, client: ClientName, scope: string, resource: ResourceName) =>
    grantScopes(world, caller, { scope, resource, client, userId: null }),
  ),
)

When(
  '{caller} grants an unknown client the scope {string} of {resource}',
  act((world: W, caller, scope: string, resource: ResourceName) =>
    grantScopes(world, caller, { scope, resource, client: undefined }),
  ),
)

const inherited = ({ directory }: W, blueprint: ApplicationName | BlueprintName) =>
  `/applications/${directory.clientId(blueprint)}/microsoft.graph.agentIdentityBlueprint/inheritablePermissions`

const makesInheritable = (world: W, caller: Caller, resource: ResourceName, name: BlueprintName) =>
  askGraph(world, caller, {
    method: 'POST',
    path: inherited(world, name),
    body: allOf(world.directory.clientId(resource)),
  })
When(
  '{caller} makes permissions of {resource} inheritable from {application}',
  act(makesInheritable),
)
Given(
  '{caller} has made permissions of {resource} inheritable from {application}',
  done(makesInheritable),
)

Given(
  '{caller} has made permissions of {resource} without its roles inheritable from {application}',
  done((world: W, caller, resource: ResourceName, name: BlueprintName) =>
    askGraph(world, caller, {
      method: 'POST',
      path: inherited(world, name),
      body: {
        ...allOf(world.directory.clientId(resource)),
        inheritableRoles: { '@odata.type': '#microsoft.graph.noRoles', kind: 'none' },
      },
    }),
  ),
)

When(
  '{caller} makes permissions inheritable from {application} with:',
  act((world: W, caller, name: BlueprintName, table: DataTable) =>
    askGraph(world, caller, {
      method: 'POST',
      path: inherited(world, name),
      body: withProperties(allOf(''), table.raw(), world.directory),
    }),
  ),
)

Given(
  '{caller} has made permissions of {int} more resources inheritable from {application}',
  done((world: W, caller, count: number, name: BlueprintName) =>
    repeatedly(count, () => {
      const body = allOf(randomUUID())
      return askGraph(world, caller, { method: 'POST', path: inherited(world, name), body })
    }),
  ),
)

When(
  '{caller} lists the inheritable permissions of {application}',
  act((world: W, caller, name: BlueprintName) =>
    askGraph(world, caller, { method: 'GET', path: inherited(world, name) }),
  ),
)

const changesInheritable = (
  world: W,
  caller: Caller,
  resource: ResourceName,
  name: BlueprintName,
  table: DataTable,
) =>
  askGraph(world, caller, {
    method: 'PATCH',
    path: `${inherited(world, name)}/${world.directory.clientId(resource)}`,
    body: withProperties({}, table.raw(), world.directory),
  })
When(
  '{caller} changes which permissions of {resource} are inheritable from {application}:',
  act(changesInheritable),
)
Given(
  '{caller} has changed which permissions of {resource} are inheritable from {application}:',
  done(changesInheritable),
)

Given(
  '{caller} has removed the permissions of {resource} inheritable from {application}',
  done((world: W, caller, resource: ResourceName, name: BlueprintName) =>
    askGraph(world, caller, {
      method: 'DELETE',
      path: `${inherited(world, name)}/${world.directory.clientId(resource)}`,
    }),
  ),
)

const allOf = (resourceAppId: string) => ({
  resourceAppId,
  inheritableScopes: {
    '@odata.type': '#microsoft.graph.allAllowedScopes',
    kind: 'allAllowed',
  },
  inheritableRoles: { '@odata.type': '#microsoft.graph.allAllowedRoles', kind: 'allAllowed' },
})
