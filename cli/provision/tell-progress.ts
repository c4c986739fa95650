import type { Progress } from '../../provision/index.ts'
import { printable } from '../../wire/printable.ts'
import type { Surroundings } from '../surroundings.ts'
import { entryLines } from '../terminal/entry.ts'
import { writeLines } from '../terminal/output.ts'
import { unwrappedPageFor } from '../terminal/page.ts'

const column = 'certificate'.length

/** Progress goes to stderr; calls that a dry run does not send go to stdout. */
export function tellProgress({ stdout, stderr, env }: Surroundings): (told: Progress) => void {
  const page = unwrappedPageFor(stderr, env)
  const { colours } = page
  const style: Readonly<Record<Progress['kind'], (text: string) => string>> = {
    step: (text) => text,
    note: colours.caution,
    wait: colours.aside,
    call: (text) => text,
  }
  return ({ kind, label, text }) => {
    if (kind === 'call') return writeLines(stdout, [`${label} ${printable(text)}`])
    const name = kind === 'note' ? 'note' : label
    const said = kind === 'note' ? `${label}: ${text}` : text
    writeLines(stderr, entryLines({ name, text: printable(said) }, page, column).map(style[kind]))
  }
}
