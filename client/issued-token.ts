/** A token from the identity provider, checked if it is readable. */
export type IssuedToken = {
  readonly token: string
  /** Epoch milliseconds, by the clock of this machine. */
  readonly expiresAtMs: number
  /** False if the token is opaque, so that the client could not check its recipient. */
  readonly checked: boolean
}
