import type { TokenStep } from './client-event.ts'

/** The facts that distinguish one token from another. */
export type TokenIdentity = {
  readonly step: TokenStep
  readonly authorityHost: string
  readonly tenantId: string
  readonly blueprintClientId: string
  readonly agentIdentityId: string
  readonly credentialKey: string
  readonly scope: string
  /** Who the token is about, and by which proof; empty: nobody. */
  readonly person: string
  /** Of a challenge, as JSON; empty: none. */
  readonly claims: string
}

/**
 * JSON separates the parts whatever they contain. Parts joined without a delimiter can give one
 * agent another's token: AzureAD/microsoft-authentication-library-for-js#8713.
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
    identity.person,
    identity.claims,
  ])
