import { z } from 'zod'
import type { TenantDescription } from '../../mock-idp/index.ts'
import { networkCodeOf } from '../../wire/network-code.ts'
import { mockOverHttps } from './mock-over-https.ts'
import { sandboxDirectory } from './sandbox-directory.ts'
import { type Power, type Target, TargetUnreachable } from './target.ts'

/** A mock that runs already, and the tenant of it that an API trusts. */
export type RunningTenant = {
  readonly authorityHost: string
  readonly tenantId: string
  readonly caFile: string
  readonly controlToken?: string | undefined
}

/**
 * Opens a tenant of a mock that runs already. Its objects stay, the cast of the features joins them, and leaves when
 * its directory is closed.
 * @throws {TargetUnreachable} if nothing answers, or the mock does not have the tenant
 */
export async function runningTarget(running: RunningTenant): Promise<Target> {
  const { tenantId, authorityHost } = running
  const target = await mockOverHttps({
    ...running,
    kind: 'server',
    httpUrl: undefined,
    chaosSeed: undefined,
    stop: async () => {},
  }).catch((error: unknown) => {
    throw new TargetUnreachable(`AGENTID_CA_FILE names an unreadable file: ${running.caFile}`, {
      cause: error,
    })
  })
  try {
    const own = await describe(target, running)
    const { power } = target
    if (!power) throw new TypeError('a mock has a control API')
    const joined = joinedPower(power, own)
    const openDirectory = () => sandboxDirectory(joined, authorityHost, undefined, tenantId)
    return { ...target, power: joined, openDirectory }
  } catch (error) {
    await target.close()
    throw error
  }
}

async function describe(target: Target, running: RunningTenant): Promise<TenantDescription> {
  const { tenantId, authorityHost, controlToken } = running
  const headers: Record<string, string> =
    controlToken === undefined ? {} : { authorization: `Bearer ${controlToken}` }
  const answer = await target
    .request(`/_mock/tenants/${tenantId}`, { headers })
    .catch((error: unknown) => {
      const why = networkCodeOf(error) ?? String(error)
      throw new TargetUnreachable(
        `no mock answers at ${authorityHost} (${why}). Start one with agentid serve, and set AGENTID_AUTHORITY_HOST and AGENTID_CA_FILE to what it prints.`,
      )
    })
  const text = await answer.text()
  if (answer.ok) return JSON.parse(text) as TenantDescription
  throw new TargetUnreachable(
    answer.status === 401
      ? `the mock at ${authorityHost} demands its control token; set AGENTID_CONTROL_TOKEN to it`
      : `the mock at ${authorityHost} does not describe the tenant ${tenantId} (HTTP ${answer.status}); set AGENTID_TENANT_ID to the tenant that the API trusts`,
  )
}

/** Makes, changes and removes guests of the tenant where the features mean a tenant of their own. */
function joinedPower(power: Power, own: TenantDescription): Power {
  const isOwn = (tenantId: string) => tenantId === own.tenantId
  const replace = (guests: TenantDescription) =>
    isOwn(guests.tenantId)
      ? power.replaceTenant(withGuests(own, guests))
      : power.replaceTenant(guests)
  return {
    ...power,
    createTenant: (guests) =>
      isOwn(guests.tenantId) ? replace(guests) : power.createTenant(guests),
    replaceTenant: replace,
    removeTenant: (tenantId) =>
      isOwn(tenantId) ? power.replaceTenant(own) : power.removeTenant(tenantId),
  }
}

const lists = z.record(z.string(), z.unknown())

/** Guests have ids of their own, except for the API, which both may describe: then the guest counts. */
function withGuests(own: TenantDescription, guests: TenantDescription): TenantDescription {
  const resources = own.resources?.filter(
    ({ appId }) => !guests.resources?.some((guest) => guest.appId === appId),
  )
  const all = lists.parse({ ...own, resources: resources ?? [] })
  const joined = Object.entries(lists.parse(guests)).flatMap(([member, value]) => {
    const present = all[member] ?? []
    return Array.isArray(value) && Array.isArray(present) ? [[member, [...present, ...value]]] : []
  })
  return { ...own, ...Object.fromEntries(joined) }
}
