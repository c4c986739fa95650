import type { JsonObject } from '../../wire/json-object.ts'
import type { TokenKind } from './token-kind.ts'

/** A token as it was written. Nobody has verified its signature. */
export type Token = {
  readonly header: JsonObject
  readonly claims: JsonObject
  /** False where the third part is empty. */
  readonly isSigned: boolean
  readonly kind: TokenKind
}
