import { readJwt } from '../../wire/jwt.ts'
import type { Capabilities } from '../clients/capabilities.ts'
import type { ClientCredential } from '../clients/client-under-test.ts'
import type { Target } from '../targets/target.ts'

/** What of a credential nobody else may see. The content of an assertion file changes, and is asked for elsewhere. */
export function secretsIn(credential: ClientCredential): readonly string[] {
  if (credential.type === 'secret') return [credential.value]
  if (credential.type === 'certificate') return [credential.privateKeyPem]
  return credential.type === 'managedIdentity' ? [credential.header ?? ''] : []
}

/**
 * The hosts under which a client may contact the identity provider. Undefined: under any, for a client that is
 * redirected names the hosts of Entra, and the redirect sees what it contacts besides.
 */
export function authoritiesOf(
  { authorityHost, httpUrl }: Pick<Target, 'authorityHost' | 'httpUrl'>,
  { redirect, schemes }: Pick<Capabilities, 'redirect' | 'schemes'>,
): readonly string[] | undefined {
  if (redirect[0] === 'impersonate') return undefined
  const isToldHttp = schemes.includes('http') && redirect[0] === 'metadata'
  const isHttp = httpUrl !== undefined && (isToldHttp || !schemes.includes('https'))
  return [new URL(isHttp ? httpUrl : authorityHost).host]
}

/** Seconds since 1970; endless for what is no token. */
export function expiryOfToken(token: string | undefined): number {
  const exp = readJwt(token ?? '')?.claims.exp
  return typeof exp === 'number' ? exp : Number.POSITIVE_INFINITY
}
