import type { CredentialKind } from '../../rules/stage.ts'

/** How a client proved itself. */
export type Proof = {
  readonly kind: CredentialKind | 'none'
  /** What tokens say of it in `azpacr` or `appidacr`: `0` a public client, `1` a secret, `2` an assertion. */
  readonly credential: '0' | '1' | '2'
}
