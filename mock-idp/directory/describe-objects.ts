import { isJsonObject } from '../../wire/json-object.ts'
import {
  type Application,
  type InheritablePermission,
  isFallbackPublicClient,
} from './application.ts'
import type { FederatedCredential } from './credential.ts'
import { derivedGuid } from './derived-guid.ts'
import type { CompleteTenantDescription } from './description.ts'
import { isGuid } from './guid.ts'
import type { User } from './person.ts'
import type { ManagedIdentity, Principal } from './principal.ts'
import { publishedScopes } from './published-scopes.ts'
import { type ClientType, redirectUrisOf } from './redirect-uris.ts'
import {
  mayGetIdTokens,
  preAuthorizedApplications,
  requiredResources,
} from './sign-in-permissions.ts'
import type { Tenant } from './tenant.ts'
import { wellKnownResources } from './well-known-resources.ts'

type Described = CompleteTenantDescription

export function describeApplication(
  kind: Application['kind'],
  application: Application,
  { principals }: Tenant,
): Described['blueprints'] {
  if (application.kind !== kind) return []
  const { id, appId, displayName, signInAudience, enabled, createdMs } = application
  const principal = principals.get(appId)
  return [
    {
      appId,
      objectId: id,
      displayName,
      signInAudience,
      enabled,
      createdDateTime: iso(createdMs),
      identifierUris: [...application.identifierUris],
      owners: [...application.owners],
      sponsors: [...application.sponsors],
      secrets: application.secrets.map(({ keyId, value, startMs, endMs }) => ({
        keyId,
        value,
        startDateTime: iso(startMs),
        endDateTime: iso(endMs),
      })),
      certificates: application.certificates.map(({ keyId, pem, startMs, endMs }) => ({
        ...(isGuid(keyId) && { keyId }),
        pem,
        startDateTime: iso(startMs),
        endDateTime: iso(endMs),
      })),
      federatedCredentials: application.federatedCredentials.map(describeFederatedCredential),
      scopes: publishedScopes(application),
      ...describeSignIn(application),
      ...(isFallbackPublicClient(application) && { isFallbackPublicClient: true }),
      inheritablePermissions: application.inheritablePermissions.map(describeInheritable),
      principal: principal ? describePrincipal(principal) : null,
    },
  ]
}

function describeSignIn(application: Application) {
  const uris = redirectUrisOf(application)
  const of = (type: ClientType) =>
    uris.flatMap(({ clientType, uri }) => (clientType === type ? [uri] : []))
  return {
    redirectUris: { web: of('web'), spa: of('spa'), publicClient: of('publicClient') },
    requiredResources: requiredResources(application).map(({ resourceAppId, scopeIds }) => ({
      resource: resourceAppId,
      scopeIds: [...scopeIds],
    })),
    preAuthorizedApplications: preAuthorizedApplications(application).map(
      ({ appId, scopeIds }) => ({ appId, scopeIds: [...scopeIds] }),
    ),
    idTokensFromAuthorize: mayGetIdTokens(application),
  }
}

const spelled = { allAllowed: 'all', none: 'none' } as const

function describeInheritable(one: InheritablePermission) {
  const { inheritableScopes: scopes, inheritableRoles: roles } = one
  return {
    resource: one.resourceAppId,
    scopes: scopes?.kind === 'enumerated' ? [...scopes.scopes] : spelled[scopes?.kind ?? 'none'],
    roles: spelled[roles?.kind ?? 'none'],
  }
}

/** Object ids become the application ids by which a description names clients and resources. */
export function describePermissionGrants(tenant: Tenant): Described['permissionGrants'] {
  const clients = new Map([...tenant.principals.values()].map(({ id, appId }) => [id, appId]))
  const resources = new Map(
    [...tenant.resources.values()].map(({ principalId, appId }) => [principalId, appId]),
  )
  return [...tenant.permissionGrants.values()].flatMap(
    ({ clientId, resourceId, principalId, scope }) => {
      const [client, resource] = [clients.get(clientId), resources.get(resourceId)]
      if (client === undefined || resource === undefined) return []
      return [{ client, resource, ...(principalId !== null && { user: principalId }), scope }]
    },
  )
}

function describeFederatedCredential(credential: FederatedCredential) {
  const { name, issuer, subject, audience, claimsMatchingExpression: expression } = credential
  return {
    name,
    issuer,
    ...(subject !== undefined && { subject }),
    ...(expression && {
      claimsMatchingExpression: { value: expression.value, languageVersion: 1 as const },
    }),
    audience,
  }
}

/** The principal of a blueprint whose home is another tenant. */
export function describeGuest(
  principal: Principal,
  { applications }: Tenant,
): Described['guestBlueprints'] {
  const { kind, appId, displayName } = principal
  if (kind !== 'blueprint' || applications.has(appId)) return []
  return [{ appId, displayName, principal: describePrincipal(principal) }]
}

export function describeAgentIdentity(principal: Principal): Described['agentIdentities'] {
  if (principal.kind !== 'agentIdentity') return []
  const { displayName, blueprintAppId: blueprint } = principal
  const [owners, sponsors] = [[...principal.owners], [...principal.sponsors]]
  return [{ ...describePrincipal(principal), displayName, blueprint, owners, sponsors }]
}

export function describeManagedIdentity(
  identity: ManagedIdentity,
): Described['managedIdentities'][number] {
  const { id, ...kept } = describePrincipal(identity)
  const { appId, displayName, systemAssigned } = identity
  const federatedCredentials = (identity.federatedCredentials ?? []).map(
    describeFederatedCredential,
  )
  const ids = { clientId: appId, principalId: id }
  return { ...kept, ...ids, displayName, systemAssigned, federatedCredentials }
}

export function describeUser(user: User): Described['users'][number] {
  const { id, displayName, userPrincipalName, enabled, identityParentId } = user
  return {
    id,
    displayName,
    userPrincipalName,
    enabled,
    ...(identityParentId !== undefined && { identityParentId }),
    sponsors: [...user.sponsors],
    directoryRoles: [...user.directoryRoles],
  }
}

/** Those of Microsoft only where something is said of them that is not so in every tenant. */
export function describeResources({ resources, cloud, id }: Tenant): Described['resources'] {
  const usual = new Map(wellKnownResources(cloud).map((one) => [one.appId, one]))
  return [...resources.values()].flatMap((resource) => {
    const known = usual.get(resource.appId)
    const own = resource.identifierUris.filter((uri) => !known?.identifierUris.includes(uri))
    const derived = { ...known, principalId: derivedGuid(resource.appId, id) }
    if (JSON.stringify(derived, sorted) === JSON.stringify(resource, sorted)) return []
    return [
      {
        ...resource,
        identifierUris: own,
        appRoles: resource.appRoles.map(({ allowedMemberTypes: types, ...role }) => ({
          ...role,
          ...(types && { allowedMemberTypes: [...types] }),
        })),
        optionalClaims: [...resource.optionalClaims],
      },
    ]
  })
}

/** JSON whose members stand in the order of their names. */
function sorted(_: string, value: unknown): unknown {
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function describePrincipal({ id, enabled, appRoles }: Principal) {
  return {
    id,
    enabled,
    appRoles: appRoles.flatMap(({ resourceAppId, role }) =>
      role === '' ? [] : [{ resource: resourceAppId, role }],
    ),
  }
}

export function iso(ms: number): string {
  return new Date(ms).toISOString()
}
