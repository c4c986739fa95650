import type { CastName, ClientName, ResourceName } from '../../engine/cast/names.ts'
import { expectSame } from '../../engine/outcomes/difference.ts'
import type { Answer } from '../../engine/requests/answer.ts'
import type { GraphCall } from '../../engine/requests/graph-requests.ts'
import { memberAt } from '../expectations/member-at.ts'
import type { Caller } from './graph-callers.ts'
import { accepted, askGraph, repeatedly } from './graph-session.ts'
import type { AgentIdWorld } from './world.ts'

type Role = { readonly id: string; readonly value: string }

/** By the id that the directory shows for the value; an unknown value goes by an id that no role has. */
export async function assignRole(
  world: AgentIdWorld,
  caller: Caller,
  {
    role,
    resource,
    client,
  }: { role: string; resource: ResourceName | ClientName; client: ClientName },
): Promise<Answer> {
  const { id: principalId } = await principalOf(world, caller, client)
  const path = `/servicePrincipals/${principalId}/appRoleAssignments`
  return assignRoleTo(world, caller, { role, resource, principalId, path })
}

/** To whoever has this object id; the reference recommends to ask the resource for it. */
export async function assignRoleTo(
  world: AgentIdWorld,
  caller: Caller,
  {
    role,
    resource,
    principalId,
    path,
  }: { role: string; resource: ResourceName | ClientName; principalId: string; path?: string },
): Promise<Answer> {
  const { id: resourceId, appRoles } = await principalOf(world, caller, resource)
  const known = role === '' ? defaultRole : appRoles?.find(({ value }) => value === role)?.id
  const appRoleId = known ?? unknownRole
  return askGraph(world, caller, {
    method: 'POST',
    path: path ?? `/servicePrincipals/${resourceId}/appRoleAssignedTo`,
    body: { principalId, resourceId, appRoleId },
  })
}

/** Access without a role. */
const defaultRole = '00000000-0000-0000-0000-000000000000'
const unknownRole = 'f0000000-0000-4000-8000-0000000000f1'

export async function withdrawRoles(
  world: AgentIdWorld,
  caller: Caller,
  client: ClientName,
): Promise<Answer> {
  const { id } = await principalOf(world, caller, client)
  const path = `/servicePrincipals/${id}/appRoleAssignments`
  const found = await askGraph(world, caller, { method: 'GET', path })
  const assigned = (found.body?.value ?? []) as readonly { readonly id: string }[]
  if (assigned.length === 0) return found
  return repeatedly(assigned.length, (at) =>
    askGraph(world, caller, { method: 'DELETE', path: `${path}/${assigned[at - 1]?.id}` }),
  )
}

/** For everybody, or for one user. */
export async function grantScopes(
  world: AgentIdWorld,
  caller: Caller,
  {
    scope,
    resource,
    client,
    userId,
  }: {
    scope: string
    resource: ResourceName
    client: ClientName | undefined
    /** null: one user, and nobody says which. */
    userId?: string | null
  },
): Promise<Answer> {
  const { id: resourceId } = await principalOf(world, caller, resource)
  const { id: clientId } = client ? await principalOf(world, caller, client) : { id: unknownRole }
  return askGraph(world, caller, {
    method: 'POST',
    path: '/oauth2PermissionGrants',
    body: {
      clientId,
      resourceId,
      scope,
      consentType: userId === undefined ? 'AllPrincipals' : 'Principal',
      ...(userId !== undefined && { principalId: userId }),
    },
  })
}

type Principal = { readonly id: string; readonly appRoles?: readonly Role[] }

/** The principal of an application, as the directory shows it to whoever asks. */
export async function principalOf(
  world: AgentIdWorld,
  caller: Caller,
  name: CastName,
): Promise<Principal> {
  const path = `/servicePrincipals(appId='${world.directory.clientId(name)}')`
  const found = accepted(await askGraph(world, caller, { method: 'GET', path }), `${name} is found`)
  return { id: String(found.body?.id), appRoles: memberAt(found.body, 'appRoles') as Role[] }
}

/** Every grant of a client, at least one. */
export async function changeGrants(
  world: AgentIdWorld,
  caller: Caller,
  client: ClientName,
  change: Pick<GraphCall, 'method' | 'body'>,
): Promise<Answer> {
  const { id } = await principalOf(world, caller, client)
  const path = `/oauth2PermissionGrants?$filter=clientId eq '${id}'`
  const found = accepted(await askGraph(world, caller, { method: 'GET', path }), 'grants are found')
  const ids = ((found.body?.value ?? []) as readonly { readonly id: string }[]).map(({ id }) => id)
  expectSame('whether there are grants', ids.length > 0, true)
  return repeatedly(ids.length, (at) =>
    askGraph(world, caller, { ...change, path: `/oauth2PermissionGrants/${ids[at - 1]}` }),
  )
}
