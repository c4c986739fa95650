export const steps = ['t1', 'agent'] as const
export type TokenStep = (typeof steps)[number]

/** In the order in which the first one with variables is taken. */
export const credentialKinds = [
  'secret',
  'certificate',
  'assertion-file',
  'managed-identity',
] as const
export type CredentialKind = (typeof credentialKinds)[number]

/** What `agentid token` was told on the command line. */
export type TokenOptions = {
  readonly step: TokenStep
  readonly agent?: string | undefined
  readonly scope?: string | undefined
  readonly credential?: CredentialKind | undefined
  readonly decode: boolean
  readonly json: boolean
}
