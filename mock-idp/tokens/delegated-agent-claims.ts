import type { AgentClaimName, OptionalClaimName } from '../directory/resource.ts'
import type { Delegation } from './delegation.ts'
import { facets } from './facets.ts'
import type { Claims, Minting } from './minting.ts'

/** Facets of the actor and of the subject, as captured in tokens that agents got for users. */
const servicePrincipal = '9'
const agentIdentity = '11'
const agentUser = '13'
/** `xms_idrel` of a user. */
const userRelation = '1'

/** The claims by which a resource recognizes for whom an agent, or an ordinary application, acts. */
export function delegatedAgentClaims(
  { tenant, random }: Minting,
  { client, user }: Delegation,
): Readonly<Partial<Record<AgentClaimName, string>>> {
  const { blueprintAppId } = client
  const isAgent = blueprintAppId !== undefined
  const isAgentUser = user.identityParentId !== undefined
  return {
    idtyp: 'user',
    xms_act_fct: facets(
      [tenant.facet, servicePrincipal, ...(isAgent ? [agentIdentity] : [])],
      random,
    ),
    xms_idrel: facets([userRelation], random),
    ...(isAgent && { xms_par_app_azp: blueprintAppId }),
    xms_sub_fct: facets([tenant.facet, ...(isAgentUser ? [agentUser] : [])], random),
    xms_tnt_fct: facets([tenant.facet], random),
  }
}

/** Those that a resource lists as optional claims of its access tokens. */
export function requestedDelegatedClaims(
  minting: Minting,
  delegation: Delegation,
  names: readonly OptionalClaimName[],
): Claims {
  if (names.length === 0) return {}
  const all: Readonly<Partial<Record<OptionalClaimName, string>>> = delegatedAgentClaims(
    minting,
    delegation,
  )
  return Object.fromEntries(names.flatMap((name) => (all[name] ? [[name, all[name]]] : [])))
}
