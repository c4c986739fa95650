import { type DataTable, Given, When } from '@cucumber/cucumber'
import type { ApplicationName, BlueprintName, TenantName } from '../../engine/cast/names.ts'
import { withProperties } from '../../engine/requests/graph-bodies.ts'
import {
  type ObjectName,
  objectIdOf,
  pathOf,
  typedPathOf,
} from '../../engine/requests/graph-objects.ts'
import { graphRequest } from '../../engine/requests/graph-requests.ts'
import type { Caller } from '../support/graph-callers.ts'
import { act, askGraph, done } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

const deletedItem = (world: W, object: ObjectName) =>
  `/directory/deletedItems/${objectIdOf(object, world.directory)}`

const reads = (world: W, caller: Caller, object: ObjectName) =>
  askGraph(world, caller, { method: 'GET', path: typedPathOf(object, world.directory) })
When('{caller} reads {object}', act(reads))
Given('{caller} has read {object}', done(reads))

When(
  '{blueprint} reads its principal in {tenant}',
  async function (this: W, name: BlueprintName, tenant: TenantName) {
    const path = pathOf({ kind: 'principal', name }, this.directory)
    const clientId = this.directory.clientId(name)
    const roles = ['Application.Read.All']
    const token = await this.control.graphToken({ clientId, roles }, tenant)
    await this.send(graphRequest(this.directory, { method: 'GET', path }, token))
  },
)

When(
  '{caller} reads {object} with {string}',
  act((world: W, caller, object: ObjectName, query: string) =>
    askGraph(world, caller, {
      method: 'GET',
      path: `${typedPathOf(object, world.directory)}?${query}`,
    }),
  ),
)

When(
  '{caller} reads {string} of {object}',
  act((world: W, caller, property: string, object: ObjectName) =>
    askGraph(world, caller, {
      method: 'GET',
      path: `${pathOf(object, world.directory)}/${property}`,
    }),
  ),
)

const changes = (world: W, caller: Caller, object: ObjectName, table: DataTable) =>
  askGraph(world, caller, {
    method: 'PATCH',
    path: pathOf(object, world.directory),
    body: withProperties({}, table.raw(), world.directory),
  })
When('{caller} changes {object}:', act(changes))
Given('{caller} has changed {object}:', done(changes))

const disables = (world: W, caller: Caller, object: ObjectName) =>
  askGraph(world, caller, {
    method: 'PATCH',
    path: pathOf(object, world.directory),
    body: { accountEnabled: false },
  })
When('{caller} disables {object}', act(disables))
Given('{caller} has disabled {object}', done(disables))

Given(
  '{caller} has enabled {object}',
  done((world: W, caller, object: ObjectName) =>
    askGraph(world, caller, {
      method: 'PATCH',
      path: pathOf(object, world.directory),
      body: { accountEnabled: true },
    }),
  ),
)

const deletes = (world: W, caller: Caller, object: ObjectName) =>
  askGraph(world, caller, { method: 'DELETE', path: pathOf(object, world.directory) })
When('{caller} deletes {object}', act(deletes))
Given('{caller} has deleted {object}', done(deletes))

const restores = (world: W, caller: Caller, object: ObjectName) =>
  askGraph(world, caller, { method: 'POST', path: `${deletedItem(world, object)}/restore` })
When('{caller} restores {object}', act(restores))
Given('{caller} has restored {object}', done(restores))

When(
  '{caller} restores the first principal of {application}',
  act((world: W, caller, name: ApplicationName | BlueprintName) => {
    const id = world.directory.firstObjectId(name)
    return askGraph(world, caller, {
      method: 'POST',
      path: `/directory/deletedItems/${id}/restore`,
    })
  }),
)

const deletesForGood = (world: W, caller: Caller, object: ObjectName) =>
  askGraph(world, caller, { method: 'DELETE', path: deletedItem(world, object) })
When('{caller} permanently deletes {object}', act(deletesForGood))
Given('{caller} has permanently deleted {object}', done(deletesForGood))
