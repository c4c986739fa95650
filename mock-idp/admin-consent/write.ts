import type { Change } from '../directory/collections.ts'
import { consentChanges } from '../directory/consent.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { TenantExchange } from '../sign-in/browser.ts'
import type { Client } from '../token-endpoint/find-client.ts'
import type { World } from '../world.ts'
import { type AskedOfAdmin, openIdResource } from './asked.ts'

/** Grants for every user, and roles of the client itself. Agent identities have them by inheritance. */
export function writeAdminConsent(
  { resources, openId }: AskedOfAdmin,
  client: Client,
  exchange: TenantExchange,
  { directory, random }: World,
): void {
  const { tenant } = exchange
  const clientId = client.principal.id
  const graph = openIdResource(exchange)
  const consents = [
    ...resources.map(({ resource, permissions }) => ({ resource, scopes: valuesOf(permissions) })),
    ...(graph ? [{ resource: graph, scopes: openId }] : []),
  ]
  for (const { resource, scopes } of consents) {
    const consent = { clientId, resourceId: resource.principalId, userId: undefined, scopes }
    const now = directory.findTenant(tenant.id) ?? tenant
    const changes = consentChanges(now, consent, random.guid)
    if (changes.length > 0) directory.change(tenant.id, changes)
  }
  const changes = roleChanges(
    resources,
    client,
    directory.findTenant(tenant.id) ?? tenant,
    exchange,
  )
  if (changes.length > 0) directory.change(tenant.id, changes)
}

function roleChanges(
  resources: AskedOfAdmin['resources'],
  { principal: { appId } }: Client,
  { principals }: Tenant,
  { nowMs }: TenantExchange,
): readonly Change[] {
  const principal = principals.get(appId)
  if (!principal) return []
  const missing = resources.flatMap(({ resource, roles }) =>
    valuesOf(roles)
      .filter((role) => !holds(principal.appRoles, resource.appId, role))
      .map((role) => ({ resourceAppId: resource.appId, role, createdMs: nowMs })),
  )
  if (missing.length === 0) return []
  const value = { ...principal, appRoles: [...principal.appRoles, ...missing] }
  return [{ collection: 'principals', key: appId, value }]
}

function holds(
  held: readonly { readonly resourceAppId: string; readonly role: string }[],
  appId: string,
  wanted: string,
): boolean {
  return held.some(({ resourceAppId, role }) => resourceAppId === appId && role === wanted)
}

function valuesOf(named: readonly { readonly value: string }[]): readonly string[] {
  return named.map(({ value }) => value)
}
