import type { Described } from '../mock/described.ts'

/** Something in a column of the directory. */
export type Node = {
  readonly kind: 'blueprint' | 'agent' | 'grant' | 'resource'
  readonly id: string
  readonly name: string
  readonly note?: string | undefined
}

type Edge = readonly [from: string, to: string]
type Grant = {
  readonly holder: string
  readonly resource: string
  readonly what: string
  readonly note: string
}

export const graphAppId = '00000003-0000-0000-c000-000000000000'

/** A blueprint can be a resource too, under the same id. */
const resourceId = (appId: string) => `resource:${appId}`

/** The objects in their columns, and those that one reaches from the chosen one in either direction. */
export function graphOf(tenant: Described, chosen: string) {
  const { blueprints, agentIdentities, resources } = tenant
  const grants = grantsOf(tenant)
  const nodes: readonly Node[] = [
    ...blueprints.map(({ appId: id, displayName: name, enabled }) =>
      nodeOf('blueprint', id, name, enabled),
    ),
    ...agentIdentities.map(({ id, displayName: name, enabled }) =>
      nodeOf('agent', id, name, enabled),
    ),
    ...grants.map((grant) => ({
      kind: 'grant' as const,
      id: grantId(grant),
      name: grant.what,
      note: grant.note,
    })),
    { kind: 'resource', id: resourceId(graphAppId), name: 'Microsoft Graph' },
    ...resources.map(({ appId: id, displayName: name, enabled }) =>
      nodeOf('resource', resourceId(id), name, enabled),
    ),
  ]
  const edges: readonly Edge[] = [
    ...agentIdentities.map(({ id, blueprint }): Edge => [blueprint, id]),
    ...grants.flatMap((grant): Edge[] => [
      [grant.holder, grantId(grant)],
      [grantId(grant), resourceId(grant.resource)],
    ]),
  ]
  const forward = reach(chosen, edges)
  const backward = reach(
    chosen,
    edges.map(([from, to]): Edge => [to, from]),
  )
  const related = new Set([...forward, ...backward])
  // First what one can walk to: its lines are short then.
  const isFar = ({ id }: Node) => Number(!related.has(id))
  return { nodes: [...nodes].sort((one, other) => isFar(one) - isFar(other)), related }
}

function nodeOf(kind: Node['kind'], id: string, name: string, enabled: boolean): Node {
  return { kind, id, name, ...(!enabled && { note: 'disabled' }) }
}

function grantsOf({ blueprints, agentIdentities, permissionGrants, users }: Described): Grant[] {
  const holders = [
    ...blueprints.map(({ appId: id, displayName, principal }) => ({
      id,
      displayName,
      appRoles: principal?.appRoles ?? [],
    })),
    ...agentIdentities,
  ]
  const nameOf = new Map([
    ...holders.map(({ id, displayName }) => [id, displayName] as const),
    ...users.map(({ id, displayName }) => [id, displayName] as const),
  ])
  const roles = holders.flatMap(({ id, displayName, appRoles }) =>
    appRoles.map(({ resource, role }) => ({
      holder: id,
      resource,
      what: role,
      note: `${displayName} for itself`,
    })),
  )
  const delegated = permissionGrants.flatMap(({ client, resource, scope, user }) => {
    const holder = nameOf.get(client)
    if (holder === undefined) return []
    const person = user === undefined ? 'everybody' : (nameOf.get(user) ?? user)
    return [{ holder: client, resource, what: scope, note: `${holder} for ${person}` }]
  })
  return [...roles, ...delegated]
}

function grantId({ holder, resource, what, note }: Grant): string {
  return `${holder}:${resource}:${what}:${note}`
}

function reach(from: string, edges: readonly Edge[]): ReadonlySet<string> {
  const next = new Map<string, string[]>()
  for (const [one, other] of edges) next.set(one, [...(next.get(one) ?? []), other])
  const seen = new Set([from])
  for (const one of seen) for (const other of next.get(one) ?? []) seen.add(other)
  return seen
}
