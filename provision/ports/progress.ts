/** What happens, for a person. It never holds a secret or a token. */
export type Progress = {
  /**
   * - `step`: the run did or found something
   * - `note`: something you should know that is no failure
   * - `wait`: why the run waits
   * - `call`: a request that a dry run does not send
   */
  readonly kind: 'step' | 'note' | 'wait' | 'call'
  /** One word for what it is about. */
  readonly label: string
  readonly text: string
}
