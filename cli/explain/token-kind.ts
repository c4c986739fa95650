import { isGuid } from '../../mock-idp/index.ts'
import type { JsonObject } from '../../wire/json-object.ts'
import { secondsOf, textOf } from './claims.ts'
import { agentFacet, agentUserFacet, hasFacet } from './facets.ts'
import { isExchangeAudience } from './known-resources.ts'

/** What a token looks like. Claims are all there is to go by; a kind is a reading, not a proof. */
export type TokenKind =
  | 't1'
  | 't2'
  | 'managed-identity'
  | 'other-exchange'
  | 'agent'
  | 'agent-without-claims'
  | 'agent-for-user'
  | 'agent-user'
  | 'blueprint'
  | 'application'
  | 'user'
  | 'client-assertion'
  | 'unknown'

/** Managed identity tokens hold for a day (86 700 s captured), T1 and T2 for an hour. */
const halfADaySeconds = 43_200

const blueprintRoles = new Set([
  'AgentIdentity.CreateAsManager',
  'AgentIdUser.ReadWrite.IdentityParentedBy',
])

export const clientOf = (claims: JsonObject): string | undefined =>
  textOf(claims, 'azp') ?? textOf(claims, 'appid')

export const isUserToken = (claims: JsonObject): boolean =>
  textOf(claims, 'idtyp') === 'user' ||
  (textOf(claims, 'idtyp') === undefined && textOf(claims, 'scp') !== undefined)

const isAgentActing = (claims: JsonObject): boolean => hasFacet(claims, 'xms_act_fct', agentFacet)

/** RFC 7523 section 3: the client is issuer and subject of its own assertion. */
const isClientAssertion = (claims: JsonObject): boolean => {
  const issuer = textOf(claims, 'iss')
  return issuer !== undefined && issuer === textOf(claims, 'sub') && isGuid(issuer)
}

function exchangeKind(claims: JsonObject): TokenKind {
  if (textOf(claims, 'sub')?.startsWith('/eid1/')) return 't1'
  if (isAgentActing(claims)) return 't2'
  const lifetime = (secondsOf(claims, 'exp') ?? 0) - (secondsOf(claims, 'iat') ?? 0)
  const isManagedIdentity = textOf(claims, 'idtyp') === 'app' && lifetime > halfADaySeconds
  return isManagedIdentity ? 'managed-identity' : 'other-exchange'
}

function userKind(claims: JsonObject): TokenKind {
  if (hasFacet(claims, 'xms_sub_fct', agentUserFacet)) return 'agent-user'
  return isAgentActing(claims) ? 'agent-for-user' : 'user'
}

function applicationKind(claims: JsonObject): TokenKind {
  if (isAgentActing(claims)) return 'agent'
  const { roles } = claims
  if (Array.isArray(roles) && roles.some((role) => blueprintRoles.has(role))) return 'blueprint'
  const client = clientOf(claims)
  if (client === undefined) return 'unknown'
  const isItsOwnObject = client === claims.oid && client === claims.sub
  return isItsOwnObject ? 'agent-without-claims' : 'application'
}

export function tokenKind(claims: JsonObject): TokenKind {
  if (isClientAssertion(claims)) return 'client-assertion'
  if (isExchangeAudience(claims.aud)) return exchangeKind(claims)
  return isUserToken(claims) ? userKind(claims) : applicationKind(claims)
}
