/** The requests of a flow at the token endpoint, by what they ask for. */
export const tokenLegs = ['t1', 't2', 'redemption', 'obo', 'agentUser', 'refresh'] as const

/**
 * `t1`: the exchange token of a blueprint. `t2`: that of an agent identity. `redemption`: any other token for an
 * assertion. `obo`: on behalf of a user. `agentUser`: for the user account of an agent identity. `refresh`: for a
 * refresh token.
 */
export type TokenLeg = (typeof tokenLegs)[number]

type Form = { readonly get: (name: string) => string | undefined }

/** Undefined: a token for a client secret, or a request that is no token request. */
export function tokenLegOf(form: Form): TokenLeg | undefined {
  const ofGrant = legByGrant[form.get('grant_type') ?? '']
  if (ofGrant) return ofGrant
  if (form.get('fmi_path') !== undefined) return 't1'
  if (form.get('client_assertion') === undefined) return undefined
  return exchange.test(form.get('scope') ?? '') ? 't2' : 'redemption'
}

const legByGrant: Readonly<Record<string, TokenLeg>> = {
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'obo',
  user_fic: 'agentUser',
  refresh_token: 'refresh',
}

/** By its address in any cloud, or by its application id. */
const exchange = /AzureADTokenExchange|fb60f99c-7a34-4190-8149-302f77469936/i
