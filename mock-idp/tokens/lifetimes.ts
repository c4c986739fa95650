/** Entra starts its tokens five minutes early, so that clients whose clocks are behind accept them. */
export const backdatedSeconds = 300

/** One hour: `exp - iat` is 3900 in every public capture of T1, T2 and agent tokens. */
export const appTokenSeconds = 3600

/** How long the tokens of the token endpoint hold, in seconds from now. */
export type Lifetimes = {
  readonly t1Seconds: number
  /** Every token that is not T1: of agent identities, blueprints and applications. */
  readonly agentTokenSeconds: number
  /** Every token about a user. Undefined: at random between 60 and 90 minutes. */
  readonly userTokenSeconds?: number | undefined
  /** A refresh token that nobody uses. */
  readonly refreshTokenSeconds: number
}

export const usualLifetimes: Lifetimes = {
  t1Seconds: appTokenSeconds,
  agentTokenSeconds: appTokenSeconds,
  refreshTokenSeconds: 90 * 86_400,
}

/** One day, as captured for managed identity tokens (`exp - iat` is 86700). */
export const managedIdentityTokenSeconds = 86_400

export type Validity = { readonly iat: number; readonly nbf: number; readonly exp: number }

export function validity(nowMs: number, lifetimeSeconds: number): Validity {
  const nowSeconds = Math.floor(nowMs / 1000)
  const start = nowSeconds - backdatedSeconds
  return { iat: start, nbf: start, exp: nowSeconds + lifetimeSeconds }
}
