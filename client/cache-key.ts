/** Everything that makes one token another token. */
export type TokenIdentity = {
  readonly step: 'exchange-token' | 'agent-token'
  readonly authorityHost: string
  readonly tenantId: string
  readonly blueprintClientId: string
  readonly agentIdentityId: string
  readonly credentialKey: string
  readonly scope: string
}

/**
 * JSON keeps the parts apart whatever they hold. Parts joined without a delimiter let one agent
 * meet another's token: AzureAD/microsoft-authentication-library-for-js#8713.
 */
export const cacheKey = (identity: TokenIdentity): string =>
  JSON.stringify([
    identity.step,
    identity.authorityHost,
    identity.tenantId,
    identity.blueprintClientId,
    identity.agentIdentityId,
    identity.credentialKey,
    identity.scope,
  ])
