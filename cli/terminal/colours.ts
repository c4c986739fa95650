import { styleText } from 'node:util'
import { isTerminal, type Output } from './output.ts'

/** What a piece of text is, not how it looks. */
export type Colours = {
  readonly title: (text: string) => string
  readonly name: (text: string) => string
  readonly aside: (text: string) => string
  readonly good: (text: string) => string
  readonly caution: (text: string) => string
  readonly bad: (text: string) => string
}

const plain = (text: string) => text
const plainColours: Colours = {
  title: plain,
  name: plain,
  aside: plain,
  good: plain,
  caution: plain,
  bad: plain,
}

const style =
  (format: Parameters<typeof styleText>[0]) =>
  (text: string): string =>
    styleText(format, text, { validateStream: false })

const terminalColours: Colours = {
  title: style('bold'),
  name: style('cyan'),
  aside: style('dim'),
  good: style('green'),
  caution: style('yellow'),
  bad: style('red'),
}

/** Colours on a terminal only, and none where NO_COLOR asks for none (https://no-color.org). */
export function coloursFor(
  output: Output,
  env: Readonly<Record<string, string | undefined>>,
): Colours {
  return hasColours(output, env) ? terminalColours : plainColours
}

export function hasColours(
  output: Output,
  { NO_COLOR: noColour }: Readonly<Record<string, string | undefined>>,
): boolean {
  return isTerminal(output) && (noColour === undefined || noColour === '')
}
