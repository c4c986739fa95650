import { type Colours, coloursFor } from './colours.ts'
import { isTerminal, type Output } from './output.ts'

/** How text is set for one output. */
export type Page = {
  readonly width: number
  readonly colours: Colours
}

const customaryWidth = 80
const narrowest = 40

/** As wide as the terminal; 80 columns where there is none. */
export function pageFor(output: Output, env: Readonly<Record<string, string | undefined>>): Page {
  const columns = isTerminal(output) ? output.columns : undefined
  return {
    width: Math.max(narrowest, columns ?? customaryWidth),
    colours: coloursFor(output, env),
  }
}

/** For lists and logs: not on a terminal, what belongs together is one line. */
export function unwrappedPageFor(
  output: Output,
  env: Readonly<Record<string, string | undefined>>,
): Page {
  const page = pageFor(output, env)
  return isTerminal(output) ? page : { ...page, width: Number.POSITIVE_INFINITY }
}
