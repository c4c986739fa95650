import type { TenantDescription } from '../../mock-idp/index.ts'

/** Another tenant, where Concierge is a guest and has the agent identity Outpost. */
export function fabrikamTenant(conciergeId: string, newGuid: () => string): TenantDescription {
  return {
    tenantId: newGuid(),
    displayName: 'Fabrikam',
    regionScope: 'EU',
    guestBlueprints: [
      { appId: conciergeId, displayName: 'Concierge', principal: { id: newGuid() } },
    ],
    agentIdentities: [{ id: newGuid(), displayName: 'Outpost', blueprint: conciergeId }],
  }
}
