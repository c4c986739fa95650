import { printable } from '../../wire/printable.ts'
import type { Page } from '../terminal/page.ts'
import { indented, wrap } from '../terminal/wrap.ts'
import { claimsTable, headerTable } from './claims-table.ts'
import { kindDescriptions } from './kind-descriptions.ts'
import { findOddities } from './oddities.ts'
import type { Token } from './token.ts'

/** What a token is, each part explained, and what is odd about it. */
export function describeToken(token: Token, nowMs: number, page: Page): readonly string[] {
  const { colours, width } = page
  const odd = findOddities(token, nowMs)
  return [
    ...wrap(kindDescriptions[token.kind], width).map(colours.title),
    ...wrap('The signature was not verified: these are claims, not facts.', width).map(
      colours.aside,
    ),
    '',
    colours.title('Header'),
    ...headerTable(token, page),
    '',
    colours.title('Claims'),
    ...claimsTable(token, nowMs, page),
    '',
    ...(odd.length === 0 ? ['This tool finds nothing odd about it.'] : [colours.title('Odd')]),
    ...odd.flatMap(({ what, todo }) => [
      ...bullet(printable(what), page).map(colours.caution),
      ...indented(printable(todo), width, 2),
    ]),
  ]
}

function bullet(text: string, { width }: Page): readonly string[] {
  return indented(text, width, 2).map((line, at) => (at === 0 ? `- ${line.slice(2)}` : line))
}
