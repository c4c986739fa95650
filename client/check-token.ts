import type { JsonObject } from '../wire/json-object.ts'
import { readJwt } from '../wire/jwt.ts'

/** `checked: false`: the token is opaque to us, so nothing can be said about it. */
export type TokenCheck =
  | { readonly checked: boolean; readonly problem?: undefined }
  | { readonly checked: true; readonly problem: string }

/**
 * Claims as written, without verifying the signature: the token comes from the token endpoint over
 * TLS, and a client may not rely on a token meant for somebody else being readable at all.
 */
const readClaims = (token: string): JsonObject | undefined => readJwt(token)?.claims

const isSame = (claim: unknown, id: string): boolean =>
  typeof claim === 'string' && claim.toLowerCase() === id

/** `azp` in v2.0 tokens, `appid` in v1.0 tokens; one is always there, and each must agree. */
const isIssuedTo = ({ azp, appid }: JsonObject, clientId: string): boolean => {
  const named = [azp, appid].filter((claim) => claim !== undefined)
  return named.length > 0 && named.every((claim) => isSame(claim, clientId))
}

/** T1 belongs to the blueprint and names the agent identity at the end of its subject. */
export const checkExchangeToken = (
  token: string,
  expected: { readonly blueprintClientId: string; readonly agentIdentityId: string },
): TokenCheck => {
  const claims = readClaims(token)
  if (claims === undefined) return { checked: false }
  const isForAgent = String(claims.sub).endsWith(`/${expected.agentIdentityId}`)
  if (!isForAgent) return { checked: true, problem: 'T1 names another agent identity' }
  if (!isIssuedTo(claims, expected.blueprintClientId)) {
    return { checked: true, problem: 'T1 belongs to another blueprint' }
  }
  return { checked: true }
}

/** A server that ignores the agent identity answers with a token of the blueprint. */
export const checkAgentToken = (token: string, agentIdentityId: string): TokenCheck => {
  const claims = readClaims(token)
  if (claims === undefined) return { checked: false }
  if (!isIssuedTo(claims, agentIdentityId)) {
    return { checked: true, problem: 'the token belongs to another application' }
  }
  return { checked: true }
}
