import { agentClaims } from './agent-claims.ts'
import { type AppParty, appOnlyClaims, type Target } from './app-only-claims.ts'
import type { Claims, Minting } from './minting.ts'

/** Protobuf of small numbers, the same in every capture of T2. */
const t2Info = 'CAAQABgAIAAoAzAAOAE'

/** T2: a token of the agent identity itself for the exchange resource. */
export function t2Claims(
  minting: Minting,
  target: Target,
  agent: AppParty,
  blueprintAppId: string,
): Claims {
  const { xms_tnt_fct: _, ...claims } = agentClaims(minting, { isAgent: true, blueprintAppId })
  const common = appOnlyClaims(minting, target, { ...agent, roles: [] })
  return Object.assign(common, claims, { xms_ficinfo: t2Info })
}
