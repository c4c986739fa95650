/** How a client proved itself. */
export type Proof = {
  readonly kind: 'secret' | 'certificate' | 'federatedCredential' | 't1'
  /** What tokens say of it in `azpacr` or `appidacr`: `1` a secret, `2` an assertion. */
  readonly credential: '1' | '2'
}
