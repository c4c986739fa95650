import { agentClaims } from './agent-claims.ts'
import { agentSubject } from './agent-subject.ts'
import { type AppParty, appOnlyClaims, type Target } from './app-only-claims.ts'
import type { Claims, Minting } from './minting.ts'

/** Protobuf of small numbers, the same in every capture of T1. */
const t1Info = 'CAAQABgAIAAoAjAA'

/** T1: a token of the blueprint whose subject alone names the agent identity. */
export function t1Claims(
  minting: Minting,
  target: Target,
  blueprint: Omit<AppParty, 'sub' | 'roles'>,
  fmiPath: string,
): Claims {
  const { platform, tenant } = minting
  const subject = { tenantId: tenant.id, blueprintAppId: blueprint.appId, fmiPath }
  const sub = agentSubject(subject, platform.encodeBytes)
  const { xms_tnt_fct: _, ...claims } = agentClaims(minting, { isAgent: false })
  const party = { ...blueprint, sub, roles: [] }
  const common = appOnlyClaims(minting, target, party, minting.lifetimes.t1Seconds)
  return Object.assign(common, claims, { xms_ficinfo: t1Info })
}
