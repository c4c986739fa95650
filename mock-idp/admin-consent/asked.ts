import { enforce } from '../answers/enforce.ts'
import { registrationOf } from '../authorize/check-client.ts'
import { findPermissions, type Permission } from '../directory/find-permissions.ts'
import { findRoles, type KnownRole } from '../directory/find-roles.ts'
import { graphAppId, type Resource } from '../directory/resource.ts'
import { defaultScope, readScope, type ScopeName } from '../directory/scope-names.ts'
import { requiredResources } from '../directory/sign-in-permissions.ts'
import { findResource } from '../directory/tenant.ts'
import { adminConsentRules } from '../rules/admin-consent.ts'
import { authorizeScopeRules } from '../rules/authorize.ts'
import type { TenantExchange } from '../sign-in/browser.ts'
import type { Client } from '../token-endpoint/find-client.ts'
import { namedResource } from '../token-endpoint/named-resource.ts'

/** What is asked of one resource: for users who are there, and for the client alone. */
export type AskedOfResource = {
  readonly resource: Resource
  readonly permissions: readonly Permission[]
  readonly roles: readonly KnownRole[]
}

/** All that an administrator is asked for. */
export type AskedOfAdmin = {
  readonly resources: readonly AskedOfResource[]
  readonly openId: readonly string[]
}

/** Of one request: who asks, and where. */
type Asking = { readonly client: Client; readonly exchange: TenantExchange }

/**
 * Unlike a person, an administrator is asked for several resources at once.
 * @param isLegacy the address of version 1, which asks for what the client is registered for
 * @throws {Refusal} under ADMIN-CONSENT-SCOPE, a RESOURCE rule, AUTHORIZE-SCOPE-KNOWN or ADMIN-CONSENT-ROLE-KNOWN
 */
export function askedOfAdmin(
  parameters: ReadonlyMap<string, string>,
  isLegacy: boolean,
  asking: Asking,
): AskedOfAdmin {
  const scope = parameters.get('scope') ?? (isLegacy ? everythingOf(asking.client) : '')
  const role = parameters.get('role') ?? ''
  const asksForAnything = isLegacy || `${scope}${role}`.trim() !== ''
  enforce(adminConsentRules.asked, { asksForAnything }, asking.exchange.examination)
  const { names: scopes, openId } = readScope(scope)
  const { names: roles } = readScope(role)
  const places = [...scopes, ...roles].map(({ resource }) =>
    namedResource(resource, asking.exchange),
  )
  return {
    resources: [...new Set(places)].map((resource) => ({
      resource,
      permissions: scopesOf(resource, namesAt(resource, scopes, asking), asking),
      roles: rolesOf(resource, namesAt(resource, roles, asking), scopes, asking),
    })),
    openId: [...openId],
  }
}

function everythingOf(client: Client): string {
  const required = requiredResources(registrationOf(client) ?? { details: {} })
  return required.map(({ resourceAppId }) => `${resourceAppId}/${defaultScope}`).join(' ')
}

function namesAt(resource: Resource, names: readonly ScopeName[], { exchange }: Asking) {
  return names
    .filter((one) => findResource(exchange.tenant, one.resource)?.appId === resource.appId)
    .map(({ permission }) => permission)
}

/** Those that are named, and with `.default` those that the client is registered for (documented). */
function scopesOf(
  resource: Resource,
  names: readonly string[],
  { client, exchange: { tenant, examination } }: Asking,
): readonly Permission[] {
  const known = findPermissions(tenant, resource.appId)
  const named = names.filter((name) => name !== defaultScope)
  const isKnown = (name: string) => !known || known.some(({ value }) => same(value, name))
  const { appId, displayName } = client.principal
  enforce(
    authorizeScopeRules,
    {
      clientId: appId,
      clientName: displayName,
      resourceName: resource.displayName,
      resourceId: resource.appId,
      listedResources: [],
      isListed: true,
      unknownScope: named.find((name) => !isKnown(name)),
    },
    examination,
  )
  const ids = names.includes(defaultScope) ? requiredOf(resource, client).scopeIds : []
  const registered = (known ?? []).filter(({ id }) => ids.includes(id))
  const asked = named.map(
    (name) =>
      known?.find(({ value }) => same(value, name)) ?? {
        id: '',
        value: name,
        displayName: name,
        isAdmin: false,
      },
  )
  return [...new Set([...asked, ...registered])]
}

function rolesOf(
  resource: Resource,
  names: readonly string[],
  scopes: readonly ScopeName[],
  asking: Asking,
): readonly KnownRole[] {
  const { client, exchange } = asking
  const known = findRoles(resource)
  const find = (name: string) => known.find(({ value }) => same(value, name))
  enforce(
    adminConsentRules.role,
    {
      clientName: client.principal.displayName,
      resourceId: resource.appId,
      unknownRole: names.find((name) => !find(name)),
    },
    exchange.examination,
  )
  const isDefault = namesAt(resource, scopes, asking).includes(defaultScope)
  const ids = isDefault ? requiredOf(resource, client).roleIds : []
  const registered = known.filter(({ id }) => ids.includes(id))
  return [...new Set([...names.flatMap((name) => find(name) ?? []), ...registered])]
}

function requiredOf({ appId }: Resource, client: Client) {
  const required = requiredResources(registrationOf(client) ?? { details: {} })
  const found = required.find(({ resourceAppId }) => resourceAppId === appId)
  return found ?? { scopeIds: [], roleIds: [] }
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** The resource of the permissions of OpenID Connect. */
export function openIdResource({ tenant }: Pick<TenantExchange, 'tenant'>): Resource | undefined {
  return findResource(tenant, graphAppId)
}
