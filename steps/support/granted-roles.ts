import type { BlueprintName, CastName } from '../../engine/cast/names.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import { NotTestable } from '../../engine/outcomes/not-testable.ts'
import type { IssuedToken } from '../expectations/each-token.ts'
import { administrator } from './graph-callers.ts'
import { type Entry, readAllPages } from './graph-listings.ts'
import { accepted } from './graph-session.ts'
import type { AgentIdWorld } from './world.ts'

/** What the directory shows of a client: the roles that its token names, and others that it may name. */
type Granted = { readonly assigned: readonly string[]; readonly possible: readonly string[] }

/** Every principal of a blueprint has it without a grant. */
const ofEveryBlueprint = 'AgentIdentity.CreateAsManager'
/** A new assignment may take this long to reach the token endpoint. */
const settlingMs = 10 * 60_000

/**
 * Compares the roles in each token for Microsoft Graph with what the directory shows of its client.
 * @throws {Difference} for a role that is missing, or that nothing grants
 * @throws {NotTestable} where the caller may not read the directory, or a group may grant more
 */
export async function expectGrantedRoles(
  world: AgentIdWorld,
  tokens: readonly IssuedToken[],
): Promise<void> {
  const graph = await graphRoles(world)
  for (const token of tokens) {
    const { assigned, possible } = await rolesGranted(world, token, graph)
    const named = Array.isArray(token.claims.roles) ? token.claims.roles.map(String) : []
    const missing = assigned.filter((role) => !named.includes(role))
    const strange = named.filter((role) => !assigned.includes(role) && !possible.includes(role))
    if (missing.length + strange.length === 0) continue
    const words = (roles: readonly string[]) => roles.join(', ') || 'none'
    throw new Difference(`the claim roles of ${token.name}`, words(assigned), words(named))
  }
}

/** In every token without a user, by its template. */
const ofEveryClient = '0997a1d0-0d1d-4acb-b408-d5ca73121e90'

/**
 * Compares the directory roles in each token with what the directory shows of its client.
 * @throws {Difference} for a role that the client does not have
 * @throws {NotTestable} where the caller may not read the directory
 */
export async function expectGrantedDirectoryRoles(
  world: AgentIdWorld,
  tokens: readonly IssuedToken[],
): Promise<void> {
  for (const { name, client, claims } of tokens) {
    const { id } = await principal(world, client)
    const shown = await list(world, `/servicePrincipals/${id}/transitiveMemberOf`)
    const known = [ofEveryClient, ...shown.map(({ roleTemplateId }) => roleTemplateId)]
    const named: readonly unknown[] = Array.isArray(claims.wids) ? claims.wids : []
    if (named.every((role) => known.includes(role))) continue
    throw new Difference(`the claim wids of ${name}`, known.join(', '), named.join(', '))
  }
}

type GraphRoles = { readonly id: string; readonly values: ReadonlyMap<unknown, string> }

async function graphRoles(world: AgentIdWorld): Promise<GraphRoles> {
  const { id, appRoles } = await principal(world, 'Microsoft Graph')
  const roles = (Array.isArray(appRoles) ? appRoles : []) as readonly Entry[]
  return { id: String(id), values: new Map(roles.map((role) => [role.id, String(role.value)])) }
}

async function rolesGranted(
  world: AgentIdWorld,
  { client, agent, blueprint }: IssuedToken,
  graph: GraphRoles,
): Promise<Granted> {
  const { id } = await principal(world, client)
  const path = `/servicePrincipals/${id}`
  if ((await list(world, `${path}/transitiveMemberOf`)).some(isGroup)) {
    throw new NotTestable(`a group of ${client} may grant it more roles`)
  }
  const own = await assignments(world, path, graph)
  const isSettled = ({ createdDateTime: at }: Entry) =>
    typeof at !== 'string' || Date.parse(at) < Date.now() - settlingMs
  const fromBlueprint = agent && blueprint ? await inherited(world, blueprint, graph) : []
  return {
    assigned: valuesOf(own.filter(isSettled), graph),
    possible: [...valuesOf(own, graph), ...fromBlueprint, ...(agent ? [] : [ofEveryBlueprint])],
  }
}

/** A listing also holds directory roles and administrative units, which grant no roles of Microsoft Graph. */
function isGroup({ '@odata.type': type }: Entry): boolean {
  return type === undefined || type === '#microsoft.graph.group'
}

/** What the principal of a blueprint was granted, if its agent identities inherit it. */
async function inherited(
  world: AgentIdWorld,
  blueprint: BlueprintName,
  graph: GraphRoles,
): Promise<readonly string[]> {
  const application = `/applications(appId='${world.directory.clientId(blueprint)}')`
  const path = `${application}/microsoft.graph.agentIdentityBlueprint/inheritablePermissions`
  const graphId = world.directory.clientId('Microsoft Graph')
  const inheritable = await list(world, path)
  if (!inheritable.some(({ resourceAppId }) => resourceAppId === graphId)) return []
  const { id } = await principal(world, blueprint)
  return valuesOf(await assignments(world, `/servicePrincipals/${id}`, graph), graph)
}

async function assignments(world: AgentIdWorld, path: string, { id }: GraphRoles) {
  const all = await list(world, `${path}/appRoleAssignments`)
  return all.filter(({ resourceId }) => resourceId === id)
}

function valuesOf(entries: readonly Entry[], { values }: GraphRoles): readonly string[] {
  return entries.flatMap(({ appRoleId }) => values.get(appRoleId) ?? [])
}

async function principal(world: AgentIdWorld, name: CastName): Promise<Entry> {
  const path = `/servicePrincipals(appId='${world.directory.clientId(name)}')`
  const [found] = await read(world, path)
  return found ?? {}
}

async function list(world: AgentIdWorld, path: string): Promise<readonly Entry[]> {
  const pages = await read(world, path)
  return pages.flatMap(({ value }) => (Array.isArray(value) ? (value as readonly Entry[]) : []))
}

async function read(world: AgentIdWorld, path: string): Promise<readonly Entry[]> {
  const pages = await readAllPages(world, administrator, path)
  return pages.map((page) => {
    if (page.status === 403) throw new NotTestable('AGENTID_GRAPH_TOKEN may not read who has roles')
    return accepted(page, `the directory shows ${path}`).body ?? {}
  })
}
