import type { Claims, Minting } from './minting.ts'
import { routingData } from './opaque-claims.ts'

/** The directory role template that captures show in every app-only Graph token. */
const directoryReaders = '0997a1d0-0d1d-4acb-b408-d5ca73121e90'

/** Claims that only tokens for Microsoft Graph have: the client's name, its directory roles, the tenant's age and region. */
export function graphClaims(minting: Minting, displayName: string): Claims {
  return {
    app_displayname: displayName,
    tenant_region_scope: minting.tenant.regionScope,
    wids: [directoryReaders],
    xms_rd: routingData(minting),
    xms_tcdt: Math.floor(minting.tenant.createdMs / 1000),
  }
}
