import type { AppParty, Target } from './app-only-claims.ts'
import type { Claims, Minting } from './minting.ts'
import { resourceTokenClaims } from './resource-token.ts'

/** The blueprint's own Graph token. Captures show when the application was made beside the Graph claims. */
export function blueprintTokenClaims(
  minting: Minting,
  target: Target,
  blueprint: AppParty,
  createdMs: number,
): Claims {
  const claims = resourceTokenClaims(minting, target, blueprint, { isAgent: false })
  return Object.assign(claims, { xms_acd: Math.floor(createdMs / 1000) })
}
