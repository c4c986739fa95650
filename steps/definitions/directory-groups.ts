import { randomUUID } from 'node:crypto'
import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import type { PersonName, ResourceName } from '../../engine/cast/names.ts'
import { expectSame } from '../../engine/outcomes/difference.ts'
import { idNamed, withProperties } from '../../engine/requests/graph-bodies.ts'
import { referenceTo } from '../../engine/requests/graph-requests.ts'
import { changeResource } from '../../engine/scenario/edits.ts'
import type { Caller } from '../support/graph-callers.ts'
import { groupPath, knownGroupId } from '../support/graph-groups.ts'
import { assignRoleTo } from '../support/graph-permissions.ts'
import { act, askGraph, done } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

const securityGroup = { mailEnabled: false, mailNickname: 'porters', securityEnabled: true }

const creates = (world: W, caller: Caller, displayName: string, table: DataTable) => {
  const body = withProperties({ displayName, ...securityGroup }, table.raw(), world.directory)
  return askGraph(world, caller, { method: 'POST', path: '/groups', body })
}
When('{caller} creates the group {string} with:', act(creates))
Given('{caller} has created the group {string} with:', done(creates))

Given(
  '{caller} has added {string} to the members of the group {string}',
  done(async (world: W, caller: Caller, name: string, group: string) =>
    askGraph(world, caller, {
      method: 'POST',
      path: `${await groupPath(world, group)}/members/$ref`,
      body: { '@odata.id': referenceTo(idNamed(name, world.directory)) },
    }),
  ),
)

When(
  '{caller} lists the {word} of the group {string}',
  act(async (world: W, caller: Caller, relation: string, group: string) =>
    askGraph(world, caller, {
      method: 'GET',
      path: `${await groupPath(world, group)}/${relation}`,
    }),
  ),
)

When(
  '{caller} counts the {word} of the group {string} without an advanced query',
  act(async (world: W, caller: Caller, relation: string, group: string) =>
    askGraph(world, caller, {
      method: 'GET',
      path: `${await groupPath(world, group)}/${relation}/$count`,
    }),
  ),
)

When(
  '{caller} counts the {word} of the group {string}',
  act(async (world: W, caller: Caller, relation: string, group: string) =>
    askGraph(world, caller, {
      method: 'GET',
      path: `${await groupPath(world, group)}/${relation}/$count`,
      headers: { consistencylevel: 'eventual' },
    }),
  ),
)

const deletes = async (world: W, caller: Caller, group: string) =>
  askGraph(world, caller, { method: 'DELETE', path: await groupPath(world, group) })
Given('{caller} has deleted the group {string}', done(deletes))

const restores = (world: W, caller: Caller, group: string) => {
  const path = `/directory/deletedItems/${knownGroupId(world, group)}/restore`
  return askGraph(world, caller, { method: 'POST', path })
}
When('{caller} restores the group {string}', act(restores))
Given('{caller} has restored the group {string}', done(restores))

Then('the answer is the number {int}', function (this: W, count: number) {
  expectSame('the number in the answer', this.answer.text.trim(), String(count))
})

Given(
  'the resource {resource} has the role {string} for users',
  function (this: W, name: ResourceName, value: string) {
    return changeResource(this.directory, name, {
      appRoles: [{ id: randomUUID(), value, displayName: value, allowedMemberTypes: ['User'] }],
    })
  },
)

When(
  '{caller} assigns the role {string} of {resource} to the person {person}',
  act((world: W, caller: Caller, role: string, resource: ResourceName, name: PersonName) =>
    assignRoleTo(world, caller, { role, resource, principalId: world.directory.personId(name) }),
  ),
)
