import type { Described } from './described.ts'
import type { ConsoleMock } from './open-mock.ts'

/** Who stands behind an id. */
export type Party = {
  readonly name: string
  readonly role: 'blueprint' | 'agent identity' | 'application' | 'resource' | 'user' | 'tenant'
}

/** By id, of one tenant. */
export type Parties = ReadonlyMap<string, Party>

/** Reads who is who in a tenant, and remembers it for a moment: a burst of requests asks many times. */
export function createParties(now: () => number) {
  const known = new Map<string, { readonly untilMs: number; readonly parties: Promise<Parties> }>()
  return (tenantId: string | undefined, mock: ConsoleMock): Promise<Parties> => {
    if (tenantId === undefined) return Promise.resolve(new Map())
    const found = known.get(tenantId)
    if (found && found.untilMs > now()) return found.parties
    const parties = readParties(tenantId, mock)
    if (known.size >= mostTenants) known.clear()
    known.set(tenantId, { untilMs: now() + rememberedMs, parties })
    return parties
  }
}

export type FindParties = ReturnType<typeof createParties>

const rememberedMs = 2000
const mostTenants = 100

async function readParties(tenantId: string, mock: ConsoleMock): Promise<Parties> {
  const response = await mock.control(`/tenants/${encodeURIComponent(tenantId)}`)
  if (!response.ok) return new Map()
  const tenant = (await response.json()) as Described
  const of = (role: Party['role'], all: readonly (readonly [string | undefined, string])[]) =>
    all.flatMap(([id, name]) => (id === undefined ? [] : [[id, { name, role }] as const]))
  return new Map([
    ...of('tenant', [[tenant.tenantId, tenant.displayName]]),
    ...of('resource', [
      ['00000003-0000-0000-c000-000000000000', 'Microsoft Graph'],
      ...tenant.resources.map(({ appId, displayName }) => [appId, displayName] as const),
    ]),
    ...of(
      'application',
      tenant.applications.flatMap(({ appId, principal, displayName }) => [
        [appId, displayName] as const,
        [principal?.id, displayName] as const,
      ]),
    ),
    ...of(
      'blueprint',
      tenant.blueprints.flatMap(({ appId, principal, displayName }) => [
        [appId, displayName] as const,
        [principal?.id, displayName] as const,
      ]),
    ),
    ...of(
      'agent identity',
      tenant.agentIdentities.map(({ id, displayName }) => [id, displayName] as const),
    ),
    ...of('user', [
      ...tenant.users.map(({ id, displayName }) => [id, displayName] as const),
      ...tenant.users.map(
        ({ userPrincipalName, displayName }) => [userPrincipalName, displayName] as const,
      ),
    ]),
  ])
}
