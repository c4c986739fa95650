export const steps = ['t1', 'agent'] as const
export type TokenStep = (typeof steps)[number]

/** Who the token is about: nobody, a person who called the agent, or the agent's own user. */
export const flows = ['autonomous', 'obo', 'agent-user'] as const
export type TokenFlow = (typeof flows)[number]

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
  readonly flow: TokenFlow
  /** Object id or UPN of the agent user. */
  readonly user?: string | undefined
  /** File with Tc. */
  readonly userAssertion?: string | undefined
  readonly agent?: string | undefined
  readonly scope?: string | undefined
  /** Of a challenge: JSON, or base64 as `WWW-Authenticate` has it. */
  readonly claims?: string | undefined
  readonly credential?: CredentialKind | undefined
  readonly decode: boolean
  readonly json: boolean
}
