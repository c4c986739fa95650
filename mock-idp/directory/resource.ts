/** Names of agent claims that a resource can ask for as optional claims of its access tokens. */
export type AgentClaimName =
  | 'idtyp'
  | 'xms_act_fct'
  | 'xms_sub_fct'
  | 'xms_idrel'
  | 'xms_par_app_azp'
  | 'xms_tnt_fct'

/** What a resource can list: those, and what the client says it can do. */
export type OptionalClaimName = AgentClaimName | 'xms_cc'

/** An application that tokens are issued for. */
export type Resource = {
  readonly appId: string
  /** The object id of its principal in this tenant. */
  readonly principalId: string
  readonly displayName: string
  /** Application ID URIs, compared without regard to letter case. */
  readonly identifierUris: readonly string[]
  /** The roles that its own tenant wrote down; those of Microsoft Graph are known without it. */
  readonly appRoles: readonly AppRole[]
  readonly enabled: boolean
  readonly accessTokenVersion: 1 | 2
  readonly optionalClaims: readonly OptionalClaimName[]
  /** True where only clients with one of its roles get a token. */
  readonly assignmentRequired: boolean
  /** True where the token header carries a nonce of which the signature covers the SHA-256. */
  readonly hashedNonce: boolean
}

/** A role that clients of a resource can be granted. */
export type AppRole = {
  readonly id: string
  readonly value: string
  readonly displayName: string
  readonly description?: string | undefined
  /** Who can be assigned it; absent: applications. */
  readonly allowedMemberTypes?: readonly MemberType[] | undefined
}

/** `User` stands for users and groups, `Application` for service principals. */
export type MemberType = 'User' | 'Application'

/** `api://AzureADTokenExchange` in the public cloud: the resource of T1 and T2. */
export const exchangeAppId = 'fb60f99c-7a34-4190-8149-302f77469936'

/** Microsoft Graph. */
export const graphAppId = '00000003-0000-0000-c000-000000000000'
