import type { JsonObject } from '../wire/json-object.ts'
import { readJwt } from '../wire/jwt.ts'
import type { Person } from './check-token.ts'
import { ClientConfigurationError } from './client-configuration-error.ts'
import { fingerprint } from './credentials/credential.ts'
import { requireText } from './ids.ts'

/** Tc, as far as the client must know it. */
export type UserAssertion = {
  readonly token: string
  /** Another one for each other assertion: two sign-ins of one person may have different rights. */
  readonly personKey: string
  readonly person: Person
  /** Epoch milliseconds. */
  readonly expiresAtMs: number
}

const refuse = (expectation: string): never => {
  throw new ClientConfigurationError(`userAssertion ${expectation}`)
}

const audiencesOf = ({ aud }: JsonObject): readonly unknown[] => (Array.isArray(aud) ? aud : [aud])

const textOf = (claim: unknown): string | undefined =>
  typeof claim === 'string' ? claim.toLowerCase() : undefined

/**
 * Reads Tc without verifying it, which only the identity provider can decide on. What it surely refuses is refused here,
 * so that Tc does not leave the machine; the messages never repeat any of it.
 *
 * @throws {ClientConfigurationError} It is no access token of a person for the blueprint.
 */
export const readUserAssertion = (value: string, audiences: readonly string[]): UserAssertion => {
  const token = requireText(value, 'userAssertion')
  const claims = readJwt(token)?.claims ?? refuse('must be a JWT: the access token of the person')
  const { azp, appid, idtyp, exp, oid, tid } = claims
  if (azp === undefined && appid === undefined) {
    refuse('must be an access token; this is an id_token, or names no client')
  }
  if (idtyp === 'app') refuse("must be a person's token; this is an application's own")
  if (!audiencesOf(claims).some((one) => audiences.includes(String(one).toLowerCase()))) {
    refuse(`must be for the blueprint: its audience must be ${audiences.join(' or ')}`)
  }
  if (typeof exp !== 'number') return refuse('must say when it expires')
  return {
    token,
    personKey: `assertion:${fingerprint(token)}`,
    person: { oid: textOf(oid), tid: textOf(tid) },
    expiresAtMs: exp * 1000,
  }
}
