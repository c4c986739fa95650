import { derivedGuid } from './derived-guid.ts'
import type { CompleteTenantDescription } from './description.ts'
import type { Resource } from './resource.ts'
import { type WellKnownResource, wellKnownResources } from './well-known-resources.ts'

type Described = CompleteTenantDescription

/** A description may change a resource that every tenant has, such as the nonce of Graph tokens. */
export function buildResources(tenant: Described): Resource[] {
  const { resources: described, cloud, tenantId } = tenant
  const wellKnown = wellKnownResources(cloud)
  const changed = wellKnown.map((known) => {
    const change = described.find(({ appId }) => appId === known.appId)
    if (!change) return known
    return { ...change, identifierUris: [...known.identifierUris, ...change.identifierUris] }
  })
  const known = new Set(wellKnown.map(({ appId }) => appId))
  const own = described.filter(({ appId }) => !known.has(appId))
  const all = [...changed, ...own, ...publishers(tenant)]
  return all.map((one) => resourceOf(one, tenantId))
}

/** Applications that publish a scope: version 2 by default, as the only capture of a blueprint shows (inferred). */
function publishers({ blueprints, applications, resources }: Described) {
  const described = new Set(resources.map(({ appId }) => appId))
  return [...blueprints, ...applications].flatMap((one) => {
    const { appId, displayName, identifierUris, principal, scopes } = one
    if (!principal || scopes.length === 0 || described.has(appId)) return []
    return [{ ...plain, appId, displayName, identifierUris, principalId: principal.id }]
  })
}

const plain = {
  appRoles: [],
  enabled: true,
  accessTokenVersion: 2,
  optionalClaims: [],
  assignmentRequired: false,
  hashedNonce: false,
} as const

function resourceOf(
  one: WellKnownResource & { readonly principalId?: string | undefined },
  tenantId: string,
): Resource {
  const { appId, displayName, enabled, accessTokenVersion, assignmentRequired, hashedNonce } = one
  return {
    appId,
    principalId: principalIdOf(one, tenantId),
    displayName,
    identifierUris: one.identifierUris,
    appRoles: one.appRoles,
    enabled,
    accessTokenVersion,
    optionalClaims: one.optionalClaims,
    assignmentRequired,
    hashedNonce,
  }
}

function principalIdOf(
  resource: { readonly appId: string; readonly principalId?: string | undefined },
  tenantId: string,
): string {
  return resource.principalId ?? derivedGuid(resource.appId, tenantId)
}
