/** Who the features speak of, on every target. Another name in a feature is an undefined step. */
export const blueprintNames = ['Concierge', 'Courier'] as const
export const agentNames = ['Booking', 'Billing', 'Parcel', 'Outpost'] as const
/** Who is not there until a scenario makes them. */
export const newBlueprintNames = ['Porter'] as const
export const newAgentNames = ['Luggage', 'Trolley'] as const
export const applicationNames = ['Intranet', 'Provisioner'] as const
/** Whoever has no credential: people sign in to them. */
export const publicClientNames = ['Desk', 'Kiosk'] as const
export const personNames = [
  'Ada',
  'Bea',
  'Carlos',
  'Dana',
  'Assistant',
  'Clerk',
  'Uma',
  'Agent owners',
  'Guards',
] as const
export const managedIdentityNames = ['concierge-host'] as const
export const apiNames = ['Microsoft Graph', 'Orders API', 'Ledger API'] as const
export const tenantNames = ['Contoso', 'Fabrikam'] as const

/** With those whom a scenario makes. */
export const everyBlueprintName = [...blueprintNames, ...newBlueprintNames] as const
export const everyAgentName = [...agentNames, ...newAgentNames] as const
export const clientNames = [...everyBlueprintName, ...everyAgentName, ...applicationNames] as const

export type BlueprintName = (typeof everyBlueprintName)[number]
export type AgentName = (typeof everyAgentName)[number]
export type ApplicationName = (typeof applicationNames)[number]
export type PublicClientName = (typeof publicClientNames)[number]
export type ManagedIdentityName = (typeof managedIdentityNames)[number]
/** A user, or a group of them. */
export type PersonName = (typeof personNames)[number]
export type ApiName = (typeof apiNames)[number]
export type TenantName = (typeof tenantNames)[number]
/** Whoever may ask the token endpoint. */
export type ClientName = (typeof clientNames)[number]
/** Whatever a token may be for. An ordinary application or a blueprint may be a resource too. */
export type ResourceName = ApiName | 'the token exchange' | ApplicationName | BlueprintName
export type CastName = ClientName | PublicClientName | ManagedIdentityName | ResourceName

/** Microsoft's own resources, the same in every tenant. */
export const wellKnown = {
  'Microsoft Graph': {
    id: '00000003-0000-0000-c000-000000000000',
    address: 'https://graph.microsoft.com',
  },
  'the token exchange': {
    id: 'fb60f99c-7a34-4190-8149-302f77469936',
    address: 'api://AzureADTokenExchange',
  },
} as const

/** The names of Microsoft's resources outside the public cloud. */
export const sovereignAddresses = {
  usGovernment: {
    'Microsoft Graph': 'https://graph.microsoft.us',
    'the token exchange': 'api://AzureADTokenExchangeUSGov',
  },
  china: {
    'Microsoft Graph': 'https://microsoftgraph.chinacloudapi.cn',
    'the token exchange': 'api://AzureADTokenExchangeChina',
  },
} as const

/** The issuer "Octo CI" outside of Microsoft Entra, and what it says of a job. */
export const externalIssuer = 'https://token.octo-ci.example'
export const externalSubject = 'repo:contoso/Concierge:ref:refs/heads/main'

const allNames: readonly string[] = [
  ...clientNames,
  ...publicClientNames,
  ...managedIdentityNames,
  ...apiNames,
  'the token exchange',
]

export function isCastName(text: string): text is CastName {
  return allNames.includes(text)
}

export function isPersonName(text: string): text is PersonName {
  return personNames.some((name) => name === text)
}

export function isTenantName(text: string): text is TenantName {
  return tenantNames.some((name) => name === text)
}

export function isAgentName(name: ClientName): name is AgentName {
  return everyAgentName.some((agent) => agent === name)
}

/** The tenant a client asks when the scenario does not say which. */
export function homeOf(client: ClientName): TenantName {
  return client === 'Outpost' ? 'Fabrikam' : 'Contoso'
}

/** Whose agent identity it is. */
export function blueprintOf(agent: AgentName): BlueprintName {
  if (agent === 'Trolley') return 'Porter'
  return agent === 'Parcel' ? 'Courier' : 'Concierge'
}
