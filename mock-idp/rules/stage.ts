import type { RefusalRule } from './rule.ts'

/** How a client proves itself. Each credential has rules of its own. */
export type CredentialKind = 'secret' | 'certificate' | 'federatedCredential' | 't1'

/** How a client asks for a token: the grant types that the mock knows. */
export const grantTypes = [
  'client_credentials',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
  'user_fic',
  'refresh_token',
  'authorization_code',
  'urn:ietf:params:oauth:grant-type:device_code',
] as const
export type GrantType = (typeof grantTypes)[number]

/** Rules that a request meets together. */
export type Stage = {
  readonly about: string
  readonly rules: readonly RefusalRule[]
  /** Only a request with one of these credentials meets them. Absent: every request. */
  readonly credentials?: readonly CredentialKind[]
  /** Only a request with one of these grant types meets them. Absent: every request. */
  readonly grants?: readonly GrantType[]
}

/** A rule that two stages hold is listed where a request meets it first. */
export function rulesOf(stages: readonly Stage[]): readonly RefusalRule[] {
  return [...new Set(stages.flatMap(({ rules }) => rules))]
}
