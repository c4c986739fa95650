import { UsageError } from '../usage-error.ts'
import { type CredentialKind, credentialKinds } from './token-options.ts'
import { type Environment, variable } from './variables.ts'

/** One of these says that a kind of credential is meant. */
const variablesOf: Readonly<Record<CredentialKind, readonly string[]>> = {
  secret: ['AGENTID_BLUEPRINT_SECRET'],
  certificate: ['AGENTID_BLUEPRINT_CERTIFICATE_FILE', 'AGENTID_BLUEPRINT_KEY_FILE'],
  'assertion-file': ['AGENTID_BLUEPRINT_ASSERTION_FILE'],
  'managed-identity': ['IDENTITY_ENDPOINT'],
}

export type ChosenCredential = {
  readonly kind: CredentialKind
  /** The other kinds that could have been meant. */
  readonly passedOver: readonly CredentialKind[]
}

/** What was asked for, or else the first kind whose variables are set. */
export function chooseCredential(
  asked: CredentialKind | undefined,
  env: Environment,
): ChosenCredential {
  if (asked !== undefined) return { kind: asked, passedOver: [] }
  const isMeant = (kind: CredentialKind) =>
    variablesOf[kind].some((name) => variable(env, name) !== undefined)
  const [kind, ...passedOver] = credentialKinds.filter(isMeant)
  if (kind === undefined) throw new UsageError(noCredential)
  return { kind, passedOver }
}

const noCredential = [
  'no credential of the blueprint is set. Set one of these:',
  '  AGENTID_BLUEPRINT_SECRET (`agentid serve` prints it),',
  '  AGENTID_BLUEPRINT_CERTIFICATE_FILE and AGENTID_BLUEPRINT_KEY_FILE,',
  '  AGENTID_BLUEPRINT_ASSERTION_FILE,',
  'or use the managed identity of this machine: --credential managed-identity',
].join('\n')
