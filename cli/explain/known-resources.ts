export const exchangeAppId = 'fb60f99c-7a34-4190-8149-302f77469936'
export const graphAppId = '00000003-0000-0000-c000-000000000000'

const exchange = 'the token exchange, api://AzureADTokenExchange'

/** Audiences that protocol.md shows, without a slash at the end and in lower case. */
const resources: ReadonlyMap<string, string> = new Map([
  [exchangeAppId, exchange],
  ['api://azureadtokenexchange', exchange],
  ['api://azureadtokenexchangeusgov', 'the token exchange of the US Government cloud'],
  ['api://azureadtokenexchangechina', 'the token exchange of the China cloud'],
  [graphAppId, 'Microsoft Graph'],
  ['https://graph.microsoft.com', 'Microsoft Graph'],
  ['a9dd8a2a-df54-4ae0-84f9-38c8d57e5265', 'the FMI exchange, another internal feature'],
  ['https://management.azure.com', 'Azure Resource Manager'],
  ['https://vault.azure.net', 'Azure Key Vault'],
  ['https://storage.azure.com', 'Azure Storage'],
])

const nameOf = (audience: string) => resources.get(audience.toLowerCase().replace(/\/$/, ''))

export const knownResource = (audience: unknown): string | undefined =>
  typeof audience === 'string' ? nameOf(audience) : undefined

/** The exchange of any cloud, by its id or its URI: T1, T2 and federated assertions are for it. */
export const isExchangeAudience = (audience: unknown): boolean =>
  knownResource(audience)?.startsWith('the token exchange') === true

export const isGraphAudience = (audience: unknown): boolean =>
  knownResource(audience) === 'Microsoft Graph'
