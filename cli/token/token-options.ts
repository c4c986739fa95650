export const steps = ['t1', 'agent'] as const
export type TokenStep = (typeof steps)[number]

/** In order: the first one whose variables are set is used. */
export const credentialKinds = [
  'secret',
  'certificate',
  'assertion-file',
  'managed-identity',
] as const
export type CredentialKind = (typeof credentialKinds)[number]

/** Options of `agentid token`. */
export type TokenOptions = {
  readonly step: TokenStep
  readonly agent?: string | undefined
  readonly scope?: string | undefined
  readonly credential?: CredentialKind | undefined
  readonly decode: boolean
  readonly json: boolean
}
