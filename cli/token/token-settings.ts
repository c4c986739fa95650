import { UsageError } from '../usage-error.ts'
import type { TokenOptions } from './token-options.ts'
import { type Environment, requireVariables, variable } from './variables.ts'

/** Against whom, for whom, for what. */
export type TokenSettings = {
  readonly authorityHost: string
  readonly caFile: string | undefined
  readonly tenantId: string
  readonly blueprintClientId: string
  readonly agentId: string
  readonly scope: string
  /** JSON. */
  readonly claims: string | undefined
  /** Undefined: that of the public cloud. */
  readonly exchangeAudience: string | undefined
  /** Undefined: as Entra proposes it. */
  readonly blueprintIdentifierUri: string | undefined
}

const defaultAuthorityHost = 'https://login.microsoftonline.com'
const defaultScope = 'https://graph.microsoft.com/.default'

/** The options, and for what they leave open the variables. */
export function readSettings(
  {
    agent,
    scope,
    step,
    claims,
  }: Partial<Pick<TokenOptions, 'agent' | 'scope' | 'step' | 'claims'>>,
  env: Environment,
): TokenSettings {
  if (step === 't1' && claims !== undefined) {
    throw new UsageError('--claims needs --step agent: T1 answers no challenge')
  }
  const given = { ...env, ...(agent !== undefined && { AGENTID_AGENT_ID: agent }) }
  const required = requireVariables(
    given,
    'AGENTID_TENANT_ID',
    'AGENTID_BLUEPRINT_CLIENT_ID',
    'AGENTID_AGENT_ID',
  )
  return {
    authorityHost: variable(env, 'AGENTID_AUTHORITY_HOST') ?? defaultAuthorityHost,
    caFile: variable(env, 'AGENTID_CA_FILE'),
    tenantId: required.AGENTID_TENANT_ID,
    blueprintClientId: required.AGENTID_BLUEPRINT_CLIENT_ID,
    agentId: required.AGENTID_AGENT_ID,
    scope: scope ?? variable(env, 'AGENTID_SCOPE') ?? defaultScope,
    claims: claims === undefined ? undefined : jsonOf(claims),
    exchangeAudience: variable(env, 'AGENTID_EXCHANGE_AUDIENCE'),
    blueprintIdentifierUri: variable(env, 'AGENTID_BLUEPRINT_IDENTIFIER_URI'),
  }
}

/** A challenge has them in base64; the client says what is wrong with anything else. */
function jsonOf(claims: string): string {
  if (claims.trimStart().startsWith('{')) return claims
  const decoded = Buffer.from(claims, 'base64').toString()
  return decoded.startsWith('{') ? decoded : claims
}
