import { type Cloud, clouds } from './clouds.ts'
import { exchangeAppId, graphAppId, type Resource } from './resource.ts'

/** What it is in a tenant is that tenant's. */
export type WellKnownResource = Omit<Resource, 'principalId'>

const firstParty = {
  appRoles: [],
  enabled: true,
  optionalClaims: [],
  assignmentRequired: false,
  hashedNonce: false,
}

/** The resources of Microsoft that every tenant of a cloud has. Their ids are the same in each (inferred). */
export function wellKnownResources(cloud: Cloud): readonly WellKnownResource[] {
  const { exchangeUri, graphHost } = clouds[cloud]
  return [
    {
      ...firstParty,
      appId: exchangeAppId,
      displayName: 'AAD Token Exchange Endpoint',
      identifierUris: [exchangeUri],
      accessTokenVersion: 2,
    },
    {
      ...firstParty,
      appId: graphAppId,
      displayName: 'Microsoft Graph',
      identifierUris: [`https://${graphHost}`],
      accessTokenVersion: 1,
    },
  ]
}
