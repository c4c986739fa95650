/** A token as the identity provider issued it, checked as far as it can be read. */
export type IssuedToken = {
  readonly token: string
  /** Epoch milliseconds, by the clock of this machine. */
  readonly expiresAtMs: number
  /** False when the token is opaque, so that nobody could check whom it is for. */
  readonly checked: boolean
}
