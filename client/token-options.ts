/** Whose T1 you want. */
export type ExchangeTokenOptions = {
  /** Client id of the agent identity, which is also its object id: a GUID. */
  readonly agentIdentityId: string
  /** Tenant for every request of this call. @default the client's tenant */
  readonly tenantId?: string | undefined
  /** Aborts this call with the signal's reason. Other callers that wait for the same token are not affected. */
  readonly signal?: AbortSignal | undefined
  /** Requests new tokens for this call, including T1, instead of using the cache. @default false */
  readonly forceRefresh?: boolean | undefined
}

/** Whose token you want, for which resource, and which challenge it must satisfy. */
export type AgentTokenOptions = ExchangeTokenOptions & {
  /** The scope of one resource, such as `https://graph.microsoft.com/.default`. */
  readonly scope: string
  /**
   * The claims of a challenge, as JSON: `claims` of a {@link ClaimsChallengeError}, or those that an API sent in
   * `WWW-Authenticate`, decoded. The client requests a new token, keeps it for nobody, and serves the one in the cache no
   * more.
   */
  readonly claims?: string | undefined
}

/** What you want on behalf of a person. */
export type OnBehalfOfOptions = AgentTokenOptions & {
  /**
   * Also asks for `offline_access`, so that the agent can go on after the user assertion expires: later calls with the
   * same assertion renew the token by a refresh token. Without it, the client serves no token beyond the life of the
   * assertion. The client forgets the refresh token a day after the token has
   * expired.
   * @default false
   */
  readonly offlineAccess?: boolean | undefined
}
