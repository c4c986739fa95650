import { exchangeAppId, graphAppId, type Resource } from './resource.ts'

const firstParty = {
  enabled: true,
  optionalClaims: [],
  assignmentRequired: false,
  hashedNonce: false,
}

/** The resources of Microsoft that every tenant has. */
export const wellKnownResources: readonly Resource[] = [
  {
    ...firstParty,
    appId: exchangeAppId,
    displayName: 'AAD Token Exchange Endpoint',
    identifierUris: ['api://AzureADTokenExchange'],
    accessTokenVersion: 2,
  },
  {
    ...firstParty,
    appId: graphAppId,
    displayName: 'Microsoft Graph',
    identifierUris: ['https://graph.microsoft.com'],
    accessTokenVersion: 1,
  },
]
