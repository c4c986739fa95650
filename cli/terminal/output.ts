/** The part of a writable stream that the command uses. */
export type Output = {
  readonly write: (text: string) => unknown
  /** Set by Node for a terminal only. */
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

export function isTerminal({ isTTY }: Output): boolean {
  return isTTY === true
}

export function writeLines(output: Output, lines: readonly string[]): void {
  if (lines.length > 0) output.write(`${lines.join('\n')}\n`)
}
