import { derivedGuid } from './derived-guid.ts'
import type { Resource } from './resource.ts'

/**
 * Services of Azure that anybody can name in a scope, with the ids that Microsoft gives them in every tenant of the public
 * cloud. Sources: learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in, and for the
 * URIs, the table of the Azure MCP Server (github.com/Azure/azure-mcp, docs on remote authentication) and the page
 * of each service on authenticating with Microsoft Entra ID.
 */
const services: readonly (readonly [appId: string, displayName: string, ...uris: string[]])[] = [
  ['cfa8b339-82a2-471a-a3c9-0fc0be7a4093', 'Azure Key Vault', 'https://vault.azure.net'],
  ['e406a681-f3d4-42a8-90b6-c2b029497af1', 'Azure Storage', 'https://storage.azure.com'],
  [
    '797f4846-ba00-4fd7-ba43-dac1f8f63013',
    'Windows Azure Service Management API',
    'https://management.azure.com',
    'https://management.core.windows.net',
  ],
  [
    '7d312290-28c8-473c-a0ed-8e53749b6d6d',
    'Microsoft Cognitive Services',
    'https://cognitiveservices.azure.com',
  ],
  [
    '18a66f5f-dbdf-4c17-9dd7-1634712a9cbe',
    'Azure Machine Learning Services',
    'https://ai.azure.com',
    'https://ml.azure.com',
  ],
  ['022907d3-0f1b-48f7-badc-1ba6abab6d66', 'Azure SQL Database', 'https://database.windows.net'],
  ['80a10ef9-8168-493d-abf9-3297c4ef6e3c', 'Microsoft.ServiceBus', 'https://servicebus.azure.net'],
  ['80369ed6-5f11-4dd9-bef3-692475845e77', 'Microsoft.EventHubs', 'https://eventhubs.azure.net'],
  ['880da380-985e-4198-81b9-e05b1cc53158', 'Azure Cognitive Search', 'https://search.azure.com'],
  ['a232010e-820c-4083-83bb-3ace5fc29d0b', 'Azure Cosmos DB', 'https://cosmos.azure.com'],
]

const byName = new Map(
  services.flatMap(([appId, displayName, ...identifierUris]) =>
    [appId, ...identifierUris].map((name) => [name, { appId, displayName, identifierUris }]),
  ),
)

/**
 * A service of Azure by its id or URI in lower case. Its principal in the tenant has an id derived from both, and Microsoft
 * Graph does not list it, as in a tenant where nobody used the service.
 */
export function azureResource(name: string, tenantId: string): Resource | undefined {
  const service = byName.get(name)
  return (
    service && {
      ...service,
      principalId: derivedGuid(service.appId, tenantId),
      appRoles: [],
      enabled: true,
      // Tokens for these services have version 1 (inferred: as those for Microsoft Graph).
      accessTokenVersion: 1,
      optionalClaims: [],
      assignmentRequired: false,
      hashedNonce: false,
    }
  )
}
