import type { Page } from './page.ts'
import { wrap } from './wrap.ts'

/** A name in a column of its own and the text that belongs to it. */
export type Entry = {
  readonly name: string
  readonly text: string
  /** A second paragraph, set back. */
  readonly aside?: string | undefined
}

const gap = 2

/** The column that holds every name. */
export function nameWidth(names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => name.length))
}

/** One entry. A name longer than the column has a line for itself. */
export function entryLines(
  { name, text, aside }: Entry,
  { width, colours }: Page,
  column: number,
): readonly string[] {
  const indent = column + gap
  const margin = ' '.repeat(indent)
  const room = width - indent
  const paragraph = wrap(text, room)
  const named = colours.name(name)
  const [first = '', ...rest] = paragraph
  const head =
    name.length > column
      ? [named, `${margin}${first}`]
      : [`${named}${' '.repeat(indent - name.length)}${first}`]
  const behind = aside === undefined ? [] : wrap(aside, room).map((line) => colours.aside(line))
  return [...head, ...[...rest, ...behind].map((line) => `${margin}${line}`)]
}
