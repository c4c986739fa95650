import type { JsonObject } from '../wire/json-object.ts'
import { readJwt } from '../wire/jwt.ts'

/** `checked: false`: the token is opaque, so the client cannot check it. */
export type TokenCheck =
  | { readonly checked: boolean; readonly problem?: undefined }
  | { readonly checked: true; readonly problem: string }

/**
 * Reads claims without verifying the signature: the token comes from the token endpoint over TLS.
 * A client must not rely on being able to read a token that is meant for someone else.
 */
const readClaims = (token: string): JsonObject | undefined => readJwt(token)?.claims

const isSame = (claim: unknown, id: string): boolean =>
  typeof claim === 'string' && claim.toLowerCase() === id

/** `azp` in v2.0 tokens, `appid` in v1.0 tokens; one is always there, and each must agree. */
const isIssuedTo = ({ azp, appid }: JsonObject, clientId: string): boolean => {
  const named = [azp, appid].filter((claim) => claim !== undefined)
  return named.length > 0 && named.every((claim) => isSame(claim, clientId))
}

/** Whom a token must be about, as far as the caller knows: everything in lower case. */
export type Person = {
  readonly oid?: string | undefined
  readonly tid?: string | undefined
  readonly upn?: string | undefined
}

/** `upn` and `unique_name` in v1.0 tokens, `preferred_username` in v2.0 tokens. */
const namesOf = ({ upn, unique_name, preferred_username }: JsonObject): readonly string[] =>
  [upn, unique_name, preferred_username].flatMap((name) =>
    typeof name === 'string' ? [name.toLowerCase()] : [],
  )

const isAbout = (claims: JsonObject, { oid, tid, upn }: Person): boolean => {
  const names = namesOf(claims)
  return (
    (oid === undefined || isSame(claims.oid, oid)) &&
    (tid === undefined || isSame(claims.tid, tid)) &&
    (upn === undefined || names.length === 0 || names.includes(upn))
  )
}

/**
 * Checks whose token it is and whom it is about. A token of one person that is served to another is the worst that this
 * client could do.
 */
export const checkDelegatedToken = (
  token: string,
  agentIdentityId: string,
  person: Person,
): TokenCheck => {
  const claims = readClaims(token)
  if (claims === undefined) return { checked: false }
  if (!isIssuedTo(claims, agentIdentityId)) {
    return { checked: true, problem: 'the token belongs to another application' }
  }
  if (claims.idtyp === 'app' || isSame(claims.oid, agentIdentityId)) {
    return { checked: true, problem: 'the token is about the agent identity itself' }
  }
  if (!isAbout(claims, person)) {
    return { checked: true, problem: 'the token is about another person' }
  }
  return { checked: true }
}

/** Checks that T1 belongs to the blueprint and names the agent identity at the end of its subject. */
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

/** Checks whose token it is: a server that ignores the agent identity issues one of the blueprint. */
export const checkAgentToken = (token: string, agentIdentityId: string): TokenCheck => {
  const claims = readClaims(token)
  if (claims === undefined) return { checked: false }
  if (!isIssuedTo(claims, agentIdentityId)) {
    return { checked: true, problem: 'the token belongs to another application' }
  }
  return { checked: true }
}
