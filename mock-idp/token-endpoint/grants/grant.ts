import type { Target } from '../../tokens/app-only-claims.ts'
import type { Claims, Minting } from '../../tokens/minting.ts'

export type TokenKind = 't1' | 't2' | 'agent' | 'blueprint' | 'application' | 'managed-identity'

/** What a request is entitled to. */
export type Grant = {
  readonly tokenKind: TokenKind
  readonly target: Target
  readonly claims: (minting: Minting) => Claims
}
