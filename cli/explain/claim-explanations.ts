import type { EvidenceKind } from '../../mock-idp/index.ts'
import { facets, relation } from './number-readings.ts'
import { footprint, resourceHint, tokenId } from './opaque-readings.ts'
import {
  audience,
  client,
  issuer,
  object,
  parentBlueprint,
  subject,
  tenant,
} from './party-readings.ts'
import { oneOf, type Reading } from './reading.ts'
import { expiry, time } from './time-readings.ts'

/** One claim: what it is in every token that has it, how that is known, and what a value says. */
export type ClaimExplanation = {
  readonly meaning: string
  readonly evidence: EvidenceKind
  readonly reading?: Reading
}

const known =
  (evidence: EvidenceKind) =>
  (meaning: string, reading?: Reading): ClaimExplanation => ({
    meaning,
    evidence,
    ...(reading && { reading }),
  })
const documented = known('documented')
const captured = known('captured')
const inferred = known('inferred')

const credential = oneOf({
  0: 'none, a public client; agents are always confidential clients',
  1: 'a client secret',
  2: 'a certificate, or (captured) a federated token or T1',
})

/**
 * Documented: RFC 7519, RFC 7523, access-token-claims-reference and agent-token-claims of
 * Microsoft. The rest is what public captures of real tokens show.
 */
const explanations: Readonly<Record<string, ClaimExplanation>> = {
  aud: documented('audience, the only resource that should accept the token', audience),
  iss: documented('issuer', issuer),
  iat: documented('issued at; Entra sets it 5 minutes early (captured)', time),
  nbf: documented('not valid before', time),
  exp: documented('expires', expiry),
  jti: documented('id of this assertion, unique to it'),
  azp: documented('the client the token was issued to (v2.0)', client),
  appid: documented('the client the token was issued to (v1.0)', client),
  azpacr: documented('how the client authenticated (v2.0)', credential),
  appidacr: documented('how the client authenticated (v1.0)', credential),
  idtyp: documented(
    'kind of the subject',
    oneOf({ app: 'an application, without a user', user: 'a user' }),
  ),
  oid: documented('object id in the directory', object),
  sub: documented('subject', subject),
  tid: documented('tenant the token was issued in', tenant),
  uti: documented('id of the token, for logs', tokenId),
  rh: documented('internal to Entra', resourceHint),
  aio: documented('internal to Entra, opaque'),
  ver: documented('version of the token, which the resource chooses'),
  idp: documented('who authenticated the subject', issuer),
  app_displayname: captured("the client's name"),
  roles: documented('granted application permissions; absent if there are none'),
  scp: documented('delegated permissions: what the client may do for the user'),
  wids: documented('directory roles, by their template ids'),
  groups: documented('groups of the subject, by object id'),
  hasgroups: documented('the user is in groups that did not fit in the token'),
  xms_act_fct: documented('facets of the actor, a set in any order', facets),
  xms_sub_fct: documented('facets of the subject, a set in any order', facets),
  xms_tnt_fct: documented('facets of the tenant, a set in any order', facets),
  xms_idrel: documented('relation of the subject to the tenant, a set in any order', relation),
  xms_par_app_azp: documented(
    'the blueprint of the agent identity; for audit, not for authorization',
    parentBlueprint,
  ),
  xms_ficinfo: captured(
    'internal to Entra, about the exchange',
    oneOf({
      CAAQABgAIAAoAjAA: 'the value of every captured T1',
      CAAQABgAIAAoAzAAOAE: 'the value of every captured T2',
    }),
  ),
  xms_ftd: captured('internal to Entra, opaque', footprint),
  xms_rd: captured('internal to Entra, opaque'),
  xms_acd: inferred('when the application was created', time),
  xms_tcdt: inferred('when the tenant was created', time),
  tenant_region_scope: captured('region of the tenant'),
  acct: documented('kind of account', oneOf({ 0: 'member of the tenant', 1: 'guest' })),
  acr: documented('authentication class of the user'),
  acrs: documented('satisfied authentication contexts'),
  xms_cc: documented('what the client can do; cp1: handle a claims challenge'),
  amr: documented('how the user authenticated'),
  ipaddr: documented('IP address from which the user signed in'),
  name: documented('display name of the user; not for authorization'),
  given_name: documented('first name of the user'),
  family_name: documented('last name of the user'),
  email: documented('mail address of the user; not for authorization'),
  preferred_username: documented('readable user name; it can change, so not for authorization'),
  unique_name: documented('readable user name (v1.0); not for authorization'),
  upn: documented('user principal name; it can change, so not for authorization'),
  platf: captured("platform of the user's device"),
  puid: captured("another id of the user, for Microsoft's own use"),
  sid: documented('session of the user'),
  xms_st: captured("subject of the user for the client, in its member 'sub'"),
  nonce: documented('value that the client sent with its request'),
  'kubernetes.io': documented('namespace, pod and service account (a token of Kubernetes)'),
}

export function explanationOf(claim: string): ClaimExplanation | undefined {
  return Object.hasOwn(explanations, claim) ? explanations[claim] : undefined
}
