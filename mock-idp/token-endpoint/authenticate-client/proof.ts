import type { CredentialKind } from '../../rules/stage.ts'

/** How a client proved itself. */
export type Proof = {
  readonly kind: CredentialKind
  /** What tokens say of it in `azpacr` or `appidacr`: `1` a secret, `2` an assertion. */
  readonly credential: '1' | '2'
}
