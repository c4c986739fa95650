import { createMockIdp, makeSigningKey, type StoredSigningKey } from '../../mock-idp/node.ts'
import { allPermissions } from '../graph/needed-permissions.ts'
import type { ProvisionFetch } from '../ports/ports.ts'
import { type ProvisionSettings, pathsBeside } from '../settings.ts'
import type { TeardownSettings } from '../teardown.ts'

type Mock = Awaited<ReturnType<typeof createMockIdp>>

/** Everything that outlives a process: a tenant of a mock of its own, the disk and the time. */
export type Place = {
  readonly settings: ProvisionSettings
  readonly teardownSettings: TeardownSettings
  readonly serve: ProvisionFetch
  /** Of the administrator, with the permissions that people are told to consent to. */
  readonly token: string
  /** Of the administrator with these scopes, or of an application with these roles. */
  readonly tokenWith: (
    permissions: { readonly scopes: readonly string[] } | { readonly roles: readonly string[] },
  ) => Promise<string>
  readonly tenants: Mock['tenants']
  /** Faults, lag and journal of the tenant. */
  readonly sandbox: ReturnType<Mock['tenants']['sandboxOf']>
  readonly disk: Map<string, string>
  readonly clock: { nowMs: number }
  /** Every request to Graph and every file written, by all processes. */
  readonly operations: string[]
  uuids: number
}

/** Where the mock is, and its one tenant. */
export const origin = 'https://localhost:8443'
export const tenantId = '10000000-c0de-4a11-8000-000000000009'
export const otherTenantId = '10000000-c0de-4a11-8000-0000000000ff'
export const domain = 'contoso-agents.example'
export const userId = '40000000-c0de-4a11-8000-000000000009'
const automationId = '20000000-c0de-4a11-8000-000000000009'

const beginMs = Date.UTC(2026, 10, 1, 12)

const settings: ProvisionSettings = {
  graphUrl: origin,
  authorityHost: origin,
  caFile: undefined,
  scope: 'https://graph.microsoft.com/.default',
  tenantId,
  domain,
  productionTenant: undefined,
  maxUsers: 50,
  namePrefix: 'agentid-',
  sponsorIds: [],
  agentUser: false,
  delegated: false,
  paths: pathsBeside('/home/agentid.env'),
  dryRun: false,
  limits: { propagationMs: 300_000, lostAnswerMs: 60_000, requestIntervalMs: 0 },
}

/** A tenant without agent identities. */
export async function openPlace({ users = 12 } = {}): Promise<Place> {
  const clock = { nowMs: beginMs }
  const idp = await createMockIdp({
    directory: { tenants: [describeTenant(users)] },
    signingKeys: [await signingKey()],
    now: () => clock.nowMs,
  })
  const { limits, paths } = settings
  const tokenWith: Place['tokenWith'] = async (permissions) => {
    const who = 'roles' in permissions ? { clientId: automationId } : { userId }
    return (await idp.graphToken({ tenantId, origin, ...who, ...permissions })) ?? ''
  }
  return {
    settings,
    teardownSettings: { graphUrl: origin, paths, dryRun: false, limits, leaveDeleted: false },
    serve: async (href, { method, headers, body }) => {
      const request = new Request(href, { method, headers, ...(body !== undefined && { body }) })
      const response = await idp.fetch(request)
      // So the mock says that a server would close the connection.
      if (response.type === 'error') throw connectionReset()
      return response
    },
    token: await tokenWith({ scopes: allPermissions }),
    tokenWith,
    tenants: idp.tenants,
    sandbox: idp.tenants.sandboxOf(tenantId),
    disk: new Map(),
    clock,
    operations: [],
    uuids: 0,
  }
}

/** A tenant for a run that makes an agent user and lets agents act on behalf of people. */
export async function openPlaceForPeople(): Promise<Place> {
  const place = await openPlace()
  return { ...place, settings: { ...place.settings, agentUser: true, delegated: true } }
}

/** A place in which everybody sees every change only after a while. */
export async function openLaggingPlace(ms: number): Promise<Place> {
  const place = await openPlace()
  place.sandbox.lag.set({ read: { ms }, write: { ms }, sts: { ms } })
  return place
}

/** What `fetch` throws when a connection breaks. */
export const connectionReset = (): Error =>
  Object.assign(new Error('reset'), { code: 'ECONNRESET' })

function describeTenant(users: number) {
  const others = Array.from({ length: users - 1 }, (_, index) => ({
    id: `40000000-c0de-4a11-8001-${String(index).padStart(12, '0')}`,
    displayName: `User ${index}`,
    userPrincipalName: `user-${index}@${domain}`,
  }))
  const ada = { id: userId, displayName: 'Ada', userPrincipalName: `ada@${domain}` }
  const principal = { id: '50000000-c0de-4a11-8000-000000000009' }
  return {
    tenantId,
    displayName: 'Contoso Agents',
    domains: [domain],
    applications: [{ appId: automationId, displayName: 'Automation', principal }],
    users: [{ ...ada, directoryRoles: ['Agent ID Administrator'] }, ...others],
  }
}

let key: Promise<StoredSigningKey> | undefined

/** Made once: a key takes longer than everything else together. */
function signingKey(): Promise<StoredSigningKey> {
  key ??= makeSigningKey({ now: new Date(beginMs) })
  return key
}
