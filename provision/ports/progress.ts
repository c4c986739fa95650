/** What happens, for a person. No secret and no token is ever in it. */
export type Progress = {
  /**
   * - `step`: something was done or found
   * - `note`: something to know that is no failure
   * - `wait`: nothing happens for a while, and why
   * - `call`: a request that a dry run does not send
   */
  readonly kind: 'step' | 'note' | 'wait' | 'call'
  /** A word for what it concerns. */
  readonly label: string
  readonly text: string
}
