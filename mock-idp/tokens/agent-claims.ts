import type { AgentClaimName, OptionalClaimName } from '../directory/resource.ts'
import { facets } from './facets.ts'
import type { Claims, Minting } from './minting.ts'

/** Facet of a service principal, and of an agent identity, as documented in agent-token-claims.md. */
const servicePrincipal = '9'
const agentIdentity = '11'
/** `xms_idrel` of a service principal. */
const servicePrincipalRelation = '7'

/** What kind of thing acts, and whose child it is. */
export type Actor = { readonly isAgent: boolean; readonly blueprintAppId?: string }

/** The claims by which a resource recognizes an agent. */
export function agentClaims(
  { tenant, random }: Minting,
  { isAgent, blueprintAppId }: Actor,
): Readonly<Partial<Record<AgentClaimName, string>>> {
  const kind = [tenant.facet, servicePrincipal, ...(isAgent ? [agentIdentity] : [])]
  return {
    idtyp: 'app',
    xms_act_fct: facets(kind, random),
    xms_idrel: facets([servicePrincipalRelation], random),
    ...(blueprintAppId !== undefined && { xms_par_app_azp: blueprintAppId }),
    xms_sub_fct: facets(kind, random),
    xms_tnt_fct: facets([tenant.facet], random),
  }
}

/** The claims of an agent that a resource lists as optional claims of its access tokens. */
export function requestedAgentClaims(
  minting: Minting,
  actor: Actor,
  names: readonly OptionalClaimName[],
): Claims {
  if (names.length === 0) return {}
  const all: Readonly<Partial<Record<OptionalClaimName, string>>> = agentClaims(minting, actor)
  return Object.fromEntries(names.flatMap((name) => (all[name] ? [[name, all[name]]] : [])))
}
