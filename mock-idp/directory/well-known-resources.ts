import { type Cloud, clouds } from './clouds.ts'
import { exchangeAppId, graphAppId, type Resource } from './resource.ts'

const firstParty = {
  enabled: true,
  optionalClaims: [],
  assignmentRequired: false,
  hashedNonce: false,
}

/** The resources of Microsoft that every tenant of a cloud has. Their ids are the same in each (inferred). */
export function wellKnownResources(cloud: Cloud): readonly Resource[] {
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
