import type { JsonObject } from '../../wire/json-object.ts'
import type { TokenKind } from './token-kind.ts'

/** A token as it was written. Its signature is not verified. */
export type Token = {
  readonly header: JsonObject
  readonly claims: JsonObject
  /** False where the third part is empty. */
  readonly isSigned: boolean
  readonly kind: TokenKind
}
