import { derivedGuid } from './derived-guid.ts'
import type { CompleteTenantDescription } from './description.ts'
import type { Resource } from './resource.ts'
import { type WellKnownResource, wellKnownResources } from './well-known-resources.ts'

type Described = CompleteTenantDescription

/** A description may change a resource that every tenant has, such as the nonce of Graph tokens. */
export function buildResources({ resources: described, cloud, tenantId }: Described): Resource[] {
  const wellKnown = wellKnownResources(cloud)
  const changed = wellKnown.map((known) => {
    const change = described.find(({ appId }) => appId === known.appId)
    if (!change) return known
    return { ...change, identifierUris: [...known.identifierUris, ...change.identifierUris] }
  })
  const known = new Set(wellKnown.map(({ appId }) => appId))
  const all = [...changed, ...described.filter(({ appId }) => !known.has(appId))]
  return all.map((one) => resourceOf(one, tenantId))
}

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
