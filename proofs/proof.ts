/** Something that is shown exhaustively, in a process of its own. */
export type Proof = {
  /** What `--only` takes. */
  readonly name: string
  /** What holds, in a sentence: the first thing you read where it does not. */
  readonly claim: string
  /** CPU seconds of the whole, measured: what shards are balanced by. */
  readonly seconds: number
  /** What Node runs, after the options that load the sources. It ends with an exit code and a line of counts. */
  readonly args: readonly string[]
  /** Into how many parts of the same cost it can be divided; each gets `--part 2/8`. Default: one, without `--part`. */
  readonly parts?: number
  readonly env?: Readonly<Record<string, string>>
}
