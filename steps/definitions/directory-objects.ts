import type { DataTable } from '@cucumber/cucumber'
import type { ApplicationName, BlueprintName } from '../../engine/cast/names.ts'
import { withProperties } from '../../engine/requests/graph-bodies.ts'
import {
  type ObjectName,
  objectIdOf,
  pathOf,
  typedPathOf,
} from '../../engine/requests/graph-objects.ts'
import { askGraph, defineAct } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

const deletedItem = (world: W, object: ObjectName) =>
  `/directory/deletedItems/${objectIdOf(object, world.directory)}`

defineAct('reads', 'read', '{object}', (world: W, caller, object: ObjectName) =>
  askGraph(world, caller, { method: 'GET', path: typedPathOf(object, world.directory) }),
)
defineAct(
  'reads',
  'read',
  '{object} with {string}',
  (world: W, caller, object: ObjectName, query: string) =>
    askGraph(world, caller, {
      method: 'GET',
      path: `${typedPathOf(object, world.directory)}?${query}`,
    }),
)
defineAct(
  'changes',
  'changed',
  '{object}:',
  (world: W, caller, object: ObjectName, table: DataTable) =>
    askGraph(world, caller, {
      method: 'PATCH',
      path: pathOf(object, world.directory),
      body: withProperties({}, table.raw(), world.directory),
    }),
)
defineAct('disables', 'disabled', '{object}', (world: W, caller, object: ObjectName) =>
  askGraph(world, caller, {
    method: 'PATCH',
    path: pathOf(object, world.directory),
    body: { accountEnabled: false },
  }),
)
defineAct('enables', 'enabled', '{object}', (world: W, caller, object: ObjectName) =>
  askGraph(world, caller, {
    method: 'PATCH',
    path: pathOf(object, world.directory),
    body: { accountEnabled: true },
  }),
)
defineAct('deletes', 'deleted', '{object}', (world: W, caller, object: ObjectName) =>
  askGraph(world, caller, { method: 'DELETE', path: pathOf(object, world.directory) }),
)
defineAct('restores', 'restored', '{object}', (world: W, caller, object: ObjectName) =>
  askGraph(world, caller, { method: 'POST', path: `${deletedItem(world, object)}/restore` }),
)
defineAct(
  'restores',
  'restored',
  'the first principal of {application}',
  (world: W, caller, name: ApplicationName | BlueprintName) => {
    const id = world.directory.firstObjectId(name)
    return askGraph(world, caller, {
      method: 'POST',
      path: `/directory/deletedItems/${id}/restore`,
    })
  },
)
defineAct('deletes', 'deleted', '{object} for good', (world: W, caller, object: ObjectName) =>
  askGraph(world, caller, { method: 'DELETE', path: deletedItem(world, object) }),
)
