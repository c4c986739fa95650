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
}

const defaultAuthorityHost = 'https://login.microsoftonline.com'
const defaultScope = 'https://graph.microsoft.com/.default'

/** The options, and for what they leave open the variables. */
export function readSettings(
  { agent, scope }: Pick<TokenOptions, 'agent' | 'scope'>,
  env: Environment,
): TokenSettings {
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
  }
}
