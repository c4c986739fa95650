/** The blueprints of the features. */
export const blueprintKeys = ['concierge', 'courier'] as const
export type BlueprintKey = (typeof blueprintKeys)[number]

/** The agent identities of the features. */
export const agentKeys = ['booking', 'billing', 'parcel'] as const
export type AgentKey = (typeof agentKeys)[number]

export type PrincipalKey = `${BlueprintKey}-principal`

/** The agent user of Booking. */
export const agentUserKey = 'booking-user'
export type ObjectKey = BlueprintKey | PrincipalKey | AgentKey | typeof agentUserKey

export const principalKeys: readonly PrincipalKey[] = ['concierge-principal', 'courier-principal']

export const blueprintOf: Readonly<Record<AgentKey | PrincipalKey, BlueprintKey>> = {
  'concierge-principal': 'concierge',
  'courier-principal': 'courier',
  booking: 'concierge',
  billing: 'concierge',
  parcel: 'courier',
}

/** The object without which another cannot be. */
export const parentOf: Readonly<Record<string, ObjectKey>> = {
  ...blueprintOf,
  [agentUserKey]: 'booking',
}

/** What each object is called in the features. */
export const titles: Readonly<Record<BlueprintKey | AgentKey, string>> = {
  concierge: 'Concierge',
  courier: 'Courier',
  booking: 'Booking',
  billing: 'Billing',
  parcel: 'Parcel',
}

/** An application permission of Microsoft Graph that an agent identity is given. */
export type RoleAssignmentPlan = {
  readonly agent: AgentKey
  readonly resourceAppId: string
  readonly role: string
}

const graphAppId = '00000003-0000-0000-c000-000000000000'

/** The delegated permissions by which Booking gets tokens about people: those of a profile, and what a refresh token takes. */
export const delegatedPermission = {
  resourceAppId: graphAppId,
  scope: 'User.Read openid profile offline_access',
} as const

/** What a program asks for at Concierge on behalf of a person: the name that Microsoft's documentation gives it. */
export const agentScope = 'access_agent'

/** User.Read.All is none of those that Microsoft blocks for agents. */
export const roleAssignments: readonly RoleAssignmentPlan[] = [
  {
    agent: 'booking',
    resourceAppId: graphAppId,
    role: 'User.Read.All',
  },
]
