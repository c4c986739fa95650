import { printableLines } from '../../wire/printable.ts'
import { isTerminal, type Output } from './output.ts'

/** The styles of `colours.ts`, and the line that shows progress. */
const ownSequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a terminal reads
  /(\r?\u001b\[2K|\u001b\[(?:1|2|22|31|32|33|36|39)m)/

/**
 * The last wall before a terminal or a log: whatever text of others is in what a command writes, only the
 * command's own colours steer the terminal.
 */
export function printableOutput(output: Output): Output {
  return {
    write: (text) => output.write(isTerminal(output) ? exceptOwn(text) : printableLines(text)),
    get isTTY() {
      return output.isTTY
    },
    get columns() {
      return output.columns
    },
  }
}

function exceptOwn(text: string): string {
  return text
    .split(ownSequences)
    .map((part, at) => (at % 2 === 1 ? part : printableLines(part)))
    .join('')
}
