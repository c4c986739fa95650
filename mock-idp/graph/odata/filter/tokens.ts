import { filterProblem } from '../problem.ts'
import type { Literal } from './filter.ts'

/** A piece of a filter: a literal, a name or operator, one of `( ) , / :`, or the end; `at` is its place in the text. */
export type Token =
  | { readonly kind: 'literal'; readonly at: number; readonly literal: Literal }
  | { readonly kind: 'word' | 'mark'; readonly at: number; readonly text: string }
  | { readonly kind: 'end'; readonly at: number }

type Rule = readonly [pattern: RegExp, read: (text: string, at: number) => Token | undefined]

/** Tried in this order: a GUID or a date begins like a number. */
const rules: readonly Rule[] = [
  [/\s+/y, () => undefined],
  [
    /'[^']*(?:''[^']*)*'/y,
    (text, at) => literal({ type: 'Edm.String', value: unquoted(text) }, at),
  ],
  [
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w.-])/iy,
    (text, at) => literal({ type: 'Edm.Guid', value: text }, at),
  ],
  [
    /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d))?(?![\w.:-])/iy,
    (text, at) => literal({ type: 'Edm.DateTimeOffset', value: timeOf(text, at) }, at),
  ],
  [/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.:-])/iy, (text, at) => literal(numberOf(text), at)],
  [/\$?[\p{L}_][\p{L}\p{N}_.]*/uy, (text, at) => ({ kind: 'word', at, text })],
  [/[(),/:]/y, (text, at) => ({ kind: 'mark', at, text })],
]

/** Splits a filter into its tokens, with the end as the last one; throws an `ODataProblem` where no token begins. */
export function tokenize(filter: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < filter.length) {
    const { token, end } = readAt(filter, at)
    if (token) tokens.push(token)
    at = end
  }
  return [...tokens, { kind: 'end', at }]
}

function readAt(filter: string, at: number): { token: Token | undefined; end: number } {
  for (const [pattern, read] of rules) {
    pattern.lastIndex = at
    const text = pattern.exec(filter)?.[0]
    if (text === undefined) continue
    refuseTypePrefix(filter, at)
    return { token: read(text, at), end: at + text.length }
  }
  if (filter[at] === "'") {
    throw filterProblem(`There is an unterminated string literal at position ${at} in '${filter}'.`)
  }
  const character = String.fromCodePoint(filter.codePointAt(at) ?? 0)
  throw filterProblem(
    `Syntax error: character '${character}' is not valid at position ${at} in '${filter}'.`,
  )
}

/** `datetime'…'` and `guid'…'` were literals of OData 2 and 3; in version 4 they are not. */
function refuseTypePrefix(filter: string, at: number): void {
  if (filter[at] !== "'" || at === 0 || !/[\p{L}\p{N}_']/u.test(filter[at - 1] ?? '')) return
  throw filterProblem(
    `Syntax error at position ${at} in '${filter}': a string literal may not touch what is before it.`,
  )
}

function literal(value: Literal, at: number): Token {
  return { kind: 'literal', at, literal: value }
}

/** The text between the quotes, with each doubled quote read as one. */
function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll("''", "'")
}

function numberOf(text: string): Literal {
  const value = Number(text)
  return { type: Number.isInteger(value) ? 'Edm.Int32' : 'Edm.Double', value }
}

function timeOf(text: string, at: number): number {
  const timeMs = Date.parse(text)
  if (!Number.isNaN(timeMs)) return timeMs
  throw filterProblem(`Unrecognized 'Edm.DateTimeOffset' literal '${text}' at position ${at}.`)
}
