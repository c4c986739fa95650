import { type AppParty, appOnlyClaims, type Target } from './app-only-claims.ts'
import { managedIdentityTokenSeconds } from './lifetimes.ts'
import type { Claims, Minting } from './minting.ts'

/** What a managed identity gets from the endpoint of its machine: a token that holds for a day. */
export function managedIdentityTokenClaims(
  minting: Minting,
  target: Target,
  identity: AppParty,
): Claims {
  return {
    ...appOnlyClaims(minting, target, identity, managedIdentityTokenSeconds),
    idtyp: 'app',
  }
}
