/** The newest output of a program, addressed by how much came before. */
export type RecentOutput = {
  readonly append: (text: string) => void
  /** The total length of the output: a mark for `since`. */
  readonly total: () => number
  /** The output after the mark, as far as it is still kept. */
  readonly since: (mark: number) => string
  readonly lastLines: (most: number) => readonly string[]
}

/** @param most the minimum number of characters to keep */
export function createRecentOutput(most: number): RecentOutput {
  let kept = ''
  let total = 0
  return {
    append: (text) => {
      total += text.length
      kept += text
      // Cut only now and then, so that many small writes stay cheap.
      if (kept.length > 2 * most) kept = kept.slice(-most)
    },
    total: () => total,
    since: (mark) => {
      const wanted = Math.max(0, total - mark)
      return wanted === 0 ? '' : kept.slice(-wanted)
    },
    lastLines: (lines) =>
      kept
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .slice(-lines),
  }
}
