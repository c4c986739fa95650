import type { TenantDescription } from '../../mock-idp/index.ts'
import { wellKnown } from './names.ts'

/** Another tenant, where Concierge is a guest and has the agent identity Outpost. */
export function fabrikamTenant(conciergeId: string, newGuid: () => string): TenantDescription {
  const [outpost, dana] = [newGuid(), newGuid()]
  return {
    tenantId: newGuid(),
    displayName: 'Fabrikam',
    regionScope: 'EU',
    guestBlueprints: [
      { appId: conciergeId, displayName: 'Concierge', principal: { id: newGuid() } },
    ],
    agentIdentities: [{ id: outpost, displayName: 'Outpost', blueprint: conciergeId }],
    users: [{ id: dana, displayName: 'Dana Dahl', userPrincipalName: `${dana}@fabrikam.example` }],
    permissionGrants: [
      {
        client: outpost,
        resource: wellKnown['Microsoft Graph'].id,
        user: dana,
        scope: 'User.Read',
      },
    ],
  }
}
