import { graphAppId } from '../directory/resource.ts'
import { type Actor, agentClaims, requestedAgentClaims } from './agent-claims.ts'
import { type AppParty, appOnlyClaims, type Target } from './app-only-claims.ts'
import { graphClaims } from './graph-claims.ts'
import type { Claims, Minting } from './minting.ts'

/**
 * A token of an agent identity, a blueprint or an ordinary application for a resource.
 * Graph gets every claim; another resource gets only those that it lists as optional claims.
 */
export function resourceTokenClaims(
  minting: Minting,
  target: Target,
  party: AppParty,
  actor: Actor,
): Claims {
  const claims = appOnlyClaims(minting, target, party)
  const { resource } = target
  if (resource.appId !== graphAppId) {
    return Object.assign(claims, requestedAgentClaims(minting, actor, resource.optionalClaims))
  }
  return Object.assign(claims, graphClaims(minting, party.displayName), agentClaims(minting, actor))
}
