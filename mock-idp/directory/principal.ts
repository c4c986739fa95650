/** A role of a resource that a principal was granted. */
export type AppRoleAssignment = { readonly resourceAppId: string; readonly role: string }

type PrincipalBase = {
  /** The object id: `oid` in tokens. */
  readonly id: string
  /** The client id: `appid` or `azp` in tokens. */
  readonly appId: string
  readonly displayName: string
  readonly enabled: boolean
  readonly appRoles: readonly AppRoleAssignment[]
}

/** What an application is in a tenant. A blueprint without one is unusable there. */
export type ApplicationPrincipal = PrincipalBase & { readonly kind: 'blueprint' | 'application' }

/** An agent identity. Its object id and client id are the same GUID; it has no credentials of its own. */
export type AgentIdentity = PrincipalBase & {
  readonly kind: 'agentIdentity'
  readonly blueprintAppId: string
}

export type ManagedIdentity = PrincipalBase & {
  readonly kind: 'managedIdentity'
  /** The one that answers when a request names none. */
  readonly systemAssigned: boolean
}

export type Principal = ApplicationPrincipal | AgentIdentity | ManagedIdentity

/** The roles of a resource that a principal was granted. */
export function rolesFor({ appRoles }: Principal, wanted: string): readonly string[] {
  return appRoles.filter(({ resourceAppId }) => resourceAppId === wanted).map(({ role }) => role)
}
