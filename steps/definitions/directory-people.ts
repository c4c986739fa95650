import { randomUUID } from 'node:crypto'
import { Given, When } from '@cucumber/cucumber'
import { agentIn } from '../../engine/cast/find-in-draft.ts'
import type { AgentName, TenantName } from '../../engine/cast/names.ts'
import { idNamed } from '../../engine/requests/graph-bodies.ts'
import { type ObjectName, pathOf, typedPathOf } from '../../engine/requests/graph-objects.ts'
import { referenceTo } from '../../engine/requests/graph-requests.ts'
import type { Caller } from '../support/graph-callers.ts'
import { act, askGraph, done } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

/** `sponsor` or `owner`. */
type Relation = string

const relates = (world: W, caller: Caller, name: string, relation: Relation, object: ObjectName) =>
  askGraph(world, caller, {
    method: 'POST',
    path: `${pathOf(object, world.directory)}/${relation}s/$ref`,
    body: { '@odata.id': referenceTo(idNamed(name, world.directory)) },
  })
When('{caller} makes {string} a/an {word} of {object}', act(relates))
Given('{caller} has made {string} a/an {word} of {object}', done(relates))

When(
  '{caller} makes {string} a/an {word} of {object} under the path of its type',
  act((world: W, caller, name: string, relation: Relation, object: ObjectName) =>
    askGraph(world, caller, {
      method: 'POST',
      path: `${typedPathOf(object, world.directory)}/${relation}s/$ref`,
      body: { '@odata.id': referenceTo(idNamed(name, world.directory)) },
    }),
  ),
)

Given(
  '{caller} has removed {string} from the {word} of {object}',
  done((world: W, caller, name: string, relations: string, object: ObjectName) => {
    const id = idNamed(name, world.directory)
    const path = `${pathOf(object, world.directory)}/${relations}/${id}/$ref`
    return askGraph(world, caller, { method: 'DELETE', path })
  }),
)

When(
  '{caller} lists the {word} of {object}',
  act((world: W, caller, relations: string, object: ObjectName) =>
    askGraph(world, caller, {
      method: 'GET',
      path: `${pathOf(object, world.directory)}/${relations}`,
    }),
  ),
)

When(
  '{caller} lists the {word} of {object} under the path of its type',
  act((world: W, caller, relations: string, object: ObjectName) =>
    askGraph(world, caller, {
      method: 'GET',
      path: `${typedPathOf(object, world.directory)}/${relations}`,
    }),
  ),
)

Given('the user {string} without a directory role', function (this: W, name: string) {
  return addUser(this, name, [])
})

Given(
  'the user {string} with the directory role {string}',
  function (this: W, name: string, role: string) {
    return addUser(this, name, [role])
  },
)

Given(
  '{string} is a member of the group {string}',
  function (this: W, member: string, name: string) {
    return this.change('Contoso', (draft) => {
      const user = draft.users?.find(({ displayName }) => displayName === member)
      const group = draft.groups?.find(({ displayName }) => displayName === name)
      if (!user || !group) throw new TypeError(`no user ${member} or group ${name}`)
      group.members = [...(group.members ?? []), user.id]
    })
  },
)

function addUser(world: W, name: string, directoryRoles: string[]) {
  return world.change('Contoso', (draft) => {
    const userPrincipalName = `${name.toLowerCase()}@${draft.domains?.[0]}`
    draft.users?.push({ id: randomUUID(), displayName: name, userPrincipalName, directoryRoles })
  })
}

Given(
  '{tenant} has {int} more users as sponsors of the agent identity {agent identity}',
  function (this: W, tenant: TenantName, count: number, name: AgentName) {
    return this.change(tenant, (draft) => {
      const ids = Array.from({ length: count }, () => randomUUID())
      const added = ids.map((id) => ({
        id,
        displayName: 'Sponsor',
        userPrincipalName: `${id}@${draft.domains?.[0]}`,
      }))
      draft.users?.push(...added)
      agentIn(draft, name).sponsors = ids
    })
  },
)

Given(
  '{tenant} has the group {string}, which is {word}',
  function (this: W, tenant: TenantName, displayName: string, word: string) {
    return this.change(tenant, (draft) => {
      const kind = word === 'dynamic' ? 'dynamic' : 'security'
      draft.groups?.push({ id: randomUUID(), displayName, kind })
    })
  },
)

Given(
  '{tenant} has {int} groups as sponsors of the agent identity {agent identity}',
  function (this: W, tenant: TenantName, count: number, name: AgentName) {
    return this.change(tenant, (draft) => {
      const ids = Array.from({ length: count }, () => randomUUID())
      draft.groups?.push(
        ...ids.map((id) => ({ id, displayName: 'Sponsors', kind: 'microsoft365' as const })),
      )
      agentIn(draft, name).sponsors = ids
    })
  },
)
