import type { FederatedCredential } from './credential.ts'
import type { Details, Responsible } from './details.ts'

/** A role of a resource that a principal was granted. */
export type AppRoleAssignment = {
  readonly resourceAppId: string
  /** The value that tokens name it by; empty for access without a role. */
  readonly role: string
  readonly createdMs: number
}

type PrincipalBase = Responsible & {
  /** The object id: `oid` in tokens. */
  readonly id: string
  /** The client id: `appid` or `azp` in tokens. */
  readonly appId: string
  readonly displayName: string
  readonly enabled: boolean
  readonly createdMs: number
  readonly appRoles: readonly AppRoleAssignment[]
  readonly details: Details
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
  /** As whom it lets workloads of other issuers act, such as pods on AKS. Absent: as nobody. */
  readonly federatedCredentials?: readonly FederatedCredential[]
}

export type Principal = ApplicationPrincipal | AgentIdentity | ManagedIdentity

/** The roles of a resource that a principal was granted. */
export function rolesFor({ appRoles }: Principal, wanted: string): readonly string[] {
  return appRoles
    .filter(({ resourceAppId, role }) => resourceAppId === wanted && role !== '')
    .map(({ role }) => role)
}
