import type { Examination } from '../answers/enforce.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { World } from '../world.ts'
import type { TokenHttpRequest } from './token-http-request.ts'

/** One request on its way: the tenant it asks, the time there, and the names under which it is known. */
export type Session = {
  readonly tenantName: string
  readonly tenant: Tenant | undefined
  readonly origin: string
  readonly nowMs: number
  readonly traceId: string
  readonly examination: Examination
}

/** A session at a tenant that exists: the form in which all stages after the first know it. */
export type TenantSession = Session & { readonly tenant: Tenant }

export function openSession({ tenantName, origin }: TokenHttpRequest, world: World): Session {
  const tenant = world.directory.findTenant(tenantName)
  return {
    tenantName,
    tenant,
    origin,
    nowMs: tenant ? world.facilitiesOf(tenant.id).clock.nowMs() : world.realNowMs(),
    // The last byte is zero in the captures that show a trace id and a `uti` of the same request.
    traceId: `${world.random.guid().slice(0, -2)}00`,
    examination: {
      lookedAt: [],
      isRelaxed: (id) => world.waivedRules.has(id) || (tenant?.relaxedRules.has(id) ?? false),
    },
  }
}
