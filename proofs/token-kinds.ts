import type { InProcessOptions } from '../engine/targets/in-process.ts'
import type { MockIdpOptions } from '../mock-idp/node.ts'

/** The payload of a token. */
export type Claims = Parameters<NonNullable<MockIdpOptions['tamper']>>[0]

/** An id that nobody has. */
export const nobody = '00000000-0000-4000-8000-000000000000'
/** The token exchange resource. */
export const exchange = 'fb60f99c-7a34-4190-8149-302f77469936'

export const isT1 = ({ sub }: Claims) => String(sub).startsWith('/eid1/')
export const isT2 = (claims: Claims) => claims.aud === exchange && 'xms_par_app_azp' in claims
export const isAgent = (claims: Claims) => 'xms_par_app_azp' in claims && !isT2(claims)
export const isForResource = ({ aud }: Claims) => aud !== exchange
export const isForApi = ({ ver, aud }: Claims) => ver === '2.0' && aud !== exchange
export const isOfBlueprint = (claims: Claims) => 'xms_acd' in claims
export const holdsForADay = ({ exp, iat }: Claims) => Number(exp) - Number(iat) > 80_000
/** Every token. */
export const always = () => true

/** The break of a claim in the tokens that a promise is about. */
export function said(
  about: (claims: Claims) => boolean,
  change: (claims: Claims) => Claims,
): InProcessOptions {
  return {
    tamper: (claims: Claims) => (about(claims) ? { ...claims, ...change(claims) } : claims),
  }
}

const facetsOf = (facets: unknown) => String(facets ?? '').split(' ')
/** An access token about a user. */
export const isOfUser = ({ scp }: Claims) => scp !== undefined
export const isAgentUser = (claims: Claims) =>
  isOfUser(claims) && facetsOf(claims.xms_sub_fct).includes('13')
/** A Graph token on behalf of a person. */
export const isOnBehalf = (claims: Claims) =>
  isOfUser(claims) && 'xms_par_app_azp' in claims && !isAgentUser(claims)
export const isOfUserForApi = (claims: Claims) => isOfUser(claims) && claims.ver === '2.0'
/** Only access tokens name their client. */
export const isIdToken = ({ azp, appid }: Claims) => azp === undefined && appid === undefined
