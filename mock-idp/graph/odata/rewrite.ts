import type { Literal } from './literal.ts'
import { filterProblem } from './problem.ts'
import { type Token, tokenize } from './tokenize.ts'

/**
 * A filter as `@balena/odata-parser` 4.3.5 reads it right. Each literal is replaced by the quoted index of its place in
 * `literals`, because that parser refuses bare dates and GUIDs and percent-decodes strings. Parentheses are added,
 * because it gives `and` and `or` the same precedence.
 */
export interface RewrittenFilter {
  readonly text: string
  readonly literals: readonly Literal[]
  /** The place in the original filter of a place in `text`. */
  readonly originalAt: (at: number) => number
}

const operators = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'and', 'or', 'not', 'in'])

/** Deeper filters are refused, so that no filter exhausts the parser's stack; Graph itself allows far less. */
const maxDepth = 100

/** Rewrites a filter for the parser; throws an `ODataProblem` for what is no filter. */
export function rewriteFilter(filter: string): RewrittenFilter {
  const tokens = tokenize(filter)
  checkParentheses(tokens, filter)
  const literals: Literal[] = []
  const starts: (readonly [out: number, original: number])[] = []
  let text = '('
  tokens.forEach((token, index) => {
    const piece = pieceOf(token, index, tokens, literals)
    if (needsSpace(text, piece)) text += ' '
    starts.push([text.length, token.at])
    text += piece
  })
  const originalAt = (at: number) => starts.findLast(([out]) => out <= at)?.[1] ?? 0
  return { text: `${text})`, literals, originalAt }
}

function pieceOf(
  token: Token,
  index: number,
  tokens: readonly Token[],
  literals: Literal[],
): string {
  if (token.kind === 'literal') return `'${literals.push(token.literal) - 1}'`
  if (token.kind === 'word') return wordPiece(token.text, tokens[index - 1], tokens[index + 1])
  return markPiece(token.text, index, tokens)
}

/** Operators and the names of functions count in any letter case; the parser knows them in lower case. */
function wordPiece(word: string, before: Token | undefined, next: Token | undefined): string {
  const lower = word.toLowerCase()
  if (isMark(before, '/')) return isMark(next, '(') ? lower : word
  if (isMark(next, '/') || isMark(next, ':')) return word
  if (lower === 'or') return ')or('
  return operators.has(lower) || isMark(next, '(') ? lower : word
}

/**
 * Full parentheses by the method of the first FORTRAN compilers: every group, argument and side of an `or` gets its own
 * pair, so that `or` binds less than everything inside. `any(t:…)` keeps its head outside and `any()` stays empty.
 */
function markPiece(mark: string, index: number, tokens: readonly Token[]): string {
  const next = tokens[index + 1]
  const before = tokens[index - 1]
  if (mark === '(') return isMark(next, ')') || isLambdaHead(index, tokens) ? '(' : '(('
  if (mark === ')') return isMark(before, '(') ? ')' : '))'
  if (mark === ',') return '),('
  if (mark === ':') return ':('
  return mark
}

function isLambdaHead(index: number, tokens: readonly Token[]): boolean {
  return tokens[index + 1]?.kind === 'word' && isMark(tokens[index + 2], ':')
}

function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === 'mark' && token.text === mark
}

function needsSpace(text: string, piece: string): boolean {
  return /[^(,/:]$/.test(text) && /^[^(),/:]/.test(piece)
}

function checkParentheses(tokens: readonly Token[], filter: string): void {
  let depth = 0
  for (const token of tokens) {
    if (isMark(token, '(')) depth += 1
    if (isMark(token, ')')) depth -= 1
    if (depth < 0) {
      throw filterProblem(`Syntax error at position ${token.at} in '${filter}': nothing to close.`)
    }
    if (depth > maxDepth) {
      throw filterProblem(`The recursion limit has been exceeded at position ${token.at}.`)
    }
  }
  if (depth === 0) return
  throw filterProblem(
    `Syntax error: ')' or ',' expected at position ${filter.length} in '${filter}'.`,
  )
}
