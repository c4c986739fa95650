import { printable } from '../../wire/printable.ts'
import { type Entry, entryLines, nameWidth } from '../terminal/entry.ts'
import type { Page } from '../terminal/page.ts'
import { explainClaim } from './explain-claim.ts'
import { explainHeader } from './explain-header.ts'
import type { Token } from './token.ts'

const longestValue = 320
const widestName = 16

/** A value as JSON, without the quotes of plain text, cut where it is very long. */
export function shownValue(value: unknown): string {
  const text = printable(typeof value === 'string' ? value : toJson(value))
  if (text.length <= longestValue) return text
  return `${text.slice(0, longestValue)}... (${text.length} characters)`
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '(nested too deeply to show)'
  }
}

/** Every claim with its value and one explanation. */
export function claimsTable(token: Token, nowMs: number, page: Page): readonly string[] {
  return table(
    token.claims,
    (name, value) => printable(explainClaim(name, value, token, nowMs)),
    page,
  )
}

/** The same for the header. */
export function headerTable(token: Token, page: Page): readonly string[] {
  return table(token.header, (name) => explainHeader(name), page)
}

function table(
  members: Token['claims'],
  explain: (name: string, value: unknown) => string,
  page: Page,
): readonly string[] {
  const entries = Object.entries(members).map(
    ([name, value]): Entry => ({
      name: printable(name),
      text: shownValue(value),
      aside: explain(name, value),
    }),
  )
  const column = Math.min(widestName, nameWidth(entries.map(({ name }) => name)))
  return entries.flatMap((entry) => entryLines(entry, page, column))
}
