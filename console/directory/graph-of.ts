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
    { kind: 'resource', id: graphAppId, name: 'Microsoft Graph' },
    ...resources.map(({ appId: id, displayName: name, enabled }) =>
      nodeOf('resource', id, name, enabled),
    ),
  ]
  const edges: readonly Edge[] = [
    ...agentIdentities.map(({ id, blueprint }): Edge => [blueprint, id]),
    ...grants.flatMap((grant): Edge[] => [
      [grant.holder, grantId(grant)],
      [grantId(grant), grant.resource],
    ]),
  ]
  const forward = reach(chosen, edges)
  const backward = reach(
    chosen,
    edges.map(([from, to]): Edge => [to, from]),
  )
  return { nodes, related: new Set([...forward, ...backward]) }
}

function nodeOf(kind: Node['kind'], id: string, name: string, enabled: boolean): Node {
  return { kind, id, name, ...(!enabled && { note: 'disabled' }) }
}

function grantsOf({ blueprints, agentIdentities, permissionGrants }: Described): readonly Grant[] {
  const holders = new Set([
    ...blueprints.map(({ appId }) => appId),
    ...agentIdentities.map(({ id }) => id),
  ])
  const roles = [
    ...blueprints.map(({ appId, principal }) => ({
      id: appId,
      appRoles: principal?.appRoles ?? [],
    })),
    ...agentIdentities,
  ].flatMap(({ id, appRoles }) =>
    appRoles.map(({ resource, role }) => ({
      holder: id,
      resource,
      what: role,
      note: 'for itself',
    })),
  )
  const delegated = permissionGrants
    .filter(({ client }) => holders.has(client))
    .map(({ client, resource, scope, user }) => ({
      holder: client,
      resource,
      what: scope,
      note: user === undefined ? 'for everybody' : 'for one user',
    }))
  return [...roles, ...delegated]
}

function grantId({ holder, resource, what }: Grant): string {
  return `${holder}:${resource}:${what}`
}

function reach(from: string, edges: readonly Edge[]): ReadonlySet<string> {
  const next = new Map<string, string[]>()
  for (const [one, other] of edges) next.set(one, [...(next.get(one) ?? []), other])
  const seen = new Set([from])
  for (const one of seen) for (const other of next.get(one) ?? []) seen.add(other)
  return seen
}
