import { cloudOfHost, clouds } from '../../directory/clouds.ts'
import type { TenantSession } from '../session.ts'

/**
 * Whether an audience names the token endpoint of the tenant. RFC 7523 section 3 compares audiences as strings, so
 * every name is spelled out, and nothing is made of what only means the same: another port, user information, a
 * fragment, another cloud.
 */
export function isTokenEndpoint(audience: string, session: TenantSession): boolean {
  return originsOf(session).some(
    (origin) => audience.startsWith(`${origin}/`) && isPath(audience.slice(origin.length), session),
  )
}

/** `/{tenant}/oauth2/v2.0/token`, or the form of version 1, under any name of this tenant. */
function isPath(path: string, { tenant, request }: TenantSession): boolean {
  const names = [tenant.id, ...tenant.domains, request.tenantName]
  return names.some(
    (name) => path === `/${name}/oauth2/v2.0/token` || path === `/${name}/oauth2/token`,
  )
}

/**
 * Where the tenant is served: under the hosts of its cloud, and where the request went if that is no host of Entra.
 * A server before the mock can have taken the TLS off the request.
 */
function originsOf({ tenant, request: { origin, host } }: TenantSession): readonly string[] {
  const entra = clouds[tenant.cloud].loginHosts.map((one) => `https://${one}`)
  return cloudOfHost(host.replace(/:\d+$/, '')) === undefined
    ? [origin, `https://${host}`, ...entra]
    : entra
}
