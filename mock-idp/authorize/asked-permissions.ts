import { enforce } from '../answers/enforce.ts'
import { delegatedPermissions } from '../directory/delegated-permissions.ts'
import { findPermissions, type Permission } from '../directory/find-permissions.ts'
import type { User } from '../directory/person.ts'
import { graphAppId } from '../directory/resource.ts'
import { preAuthorizedScopes, requiredResources } from '../directory/sign-in-permissions.ts'
import type { Tenant } from '../directory/tenant.ts'
import { authorizeScopeRules } from '../rules/authorize.ts'
import type { TenantExchange } from '../sign-in/browser.ts'
import type { Client } from '../token-endpoint/find-client.ts'
import { type RequestedScopes, resolveScopes } from '../token-endpoint/resolve-scopes.ts'
import { registrationOf } from './check-client.ts'

/** What a client asks for, and what of it the person has not consented to yet. */
export type AskedPermissions = {
  readonly requested: RequestedScopes
  readonly asked: readonly Permission[]
}

/** @throws {Refusal} under a SCOPE or RESOURCE rule, AUTHORIZE-RESOURCE-LISTED or AUTHORIZE-SCOPE-KNOWN */
export function resolvePermissions(
  scope: string,
  client: Client,
  exchange: TenantExchange,
): AskedPermissions {
  const requested = resolveScopes(scope, exchange)
  const { tenant, examination } = exchange
  const { resource, requestedAs } = requested.target
  const { appId, displayName } = client.principal
  const registration = registrationOf(client)
  const required = registration ? requiredResources(registration) : []
  const known = findPermissions(tenant, resource.appId)
  const isKnown = (name: string) => !known || known.some(({ value }) => same(value, name))
  enforce(
    authorizeScopeRules,
    {
      clientId: appId,
      clientName: displayName,
      resourceName: requestedAs,
      resourceId: resource.appId,
      listedResources: required.map(({ resourceAppId }) => resourceAppId),
      // Permissions of Microsoft Graph can be asked for when they are needed (documented as incremental consent).
      isListed:
        resource.appId === graphAppId ||
        client.kind === 'agentIdentity' ||
        required.some(({ resourceAppId }) => resourceAppId === resource.appId) ||
        preAuthorizedScopes(tenant, appId, resource.appId).length > 0,
      unknownScope: requested.permissions.find((name) => !isKnown(name)),
    },
    examination,
  )
  return { requested, asked: askedOf(requested, client, tenant) }
}

/** The permissions that are named, or with `.default` those of the registration. */
function askedOf(
  { target, permissions, isDefault }: RequestedScopes,
  client: Client,
  tenant: Tenant,
): readonly Permission[] {
  const { appId } = target.resource
  const known = findPermissions(tenant, appId) ?? []
  const named = (value: string): Permission =>
    known.find((one) => same(one.value, value)) ?? {
      id: '',
      value,
      displayName: value,
      isAdmin: false,
    }
  if (!isDefault) return permissions.map(named)
  const registration = registrationOf(client)
  const required = registration ? requiredResources(registration) : []
  const ids = required.find(({ resourceAppId }) => resourceAppId === appId)?.scopeIds ?? []
  return known.filter(({ id }) => ids.includes(id))
}

/** What is left to consent to for a person. */
export type ConsentLeft = {
  readonly permissions: readonly Permission[]
  /** Whether a person has to look at it: something is missing, or nothing was ever granted. */
  readonly isNeeded: boolean
}

export function consentLeft(
  { requested, asked }: AskedPermissions,
  client: Client,
  user: Pick<User, 'id'>,
  tenant: Tenant,
): ConsentLeft {
  const { resource } = requested.target
  const { id: clientId, appId } = client.principal
  const parties = { clientId, userId: user.id, resourceId: resource.principalId }
  const granted = [
    ...delegatedPermissions(tenant, parties),
    ...preAuthorizedScopes(tenant, appId, resource.appId),
  ]
  const isGranted = ({ value }: Permission) => granted.some((one) => same(one, value))
  const missing = asked.filter((one) => !isGranted(one))
  if (requested.isDefault) {
    const isNeeded = granted.length === 0
    return { permissions: missing, isNeeded }
  }
  if (asked.length > 0) return { permissions: missing, isNeeded: missing.length > 0 }
  // Only OpenID Connect: whoever has any grant has consented to be known.
  const isKnown = [...tenant.permissionGrants.values()].some(
    (one) =>
      one.clientId === clientId &&
      (one.consentType === 'AllPrincipals' || one.principalId === user.id),
  )
  return { permissions: [], isNeeded: !isKnown }
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
