import { maxDepth, ODataProblem } from '../problem.ts'

/** A parsed `$search`. */
export type Search =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Search[] }
  | { readonly kind: 'clause'; readonly property: string; readonly text: string }

type Token =
  | { readonly kind: 'clause'; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string }

/**
 * Parses clauses `"property:text"` joined by AND and OR, with parentheses; in a clause `\` escapes `"` and `\`.
 * The rules are those of learn.microsoft.com/graph/search-query-parameter, "Using $search on directory object
 * collections". That AND binds more than OR is inferred.
 */
export function parseSearch(search: string): Search {
  const tokens = tokenize(search)
  let at = 0
  let depth = 0
  const take = (mark: string) => {
    const token = tokens[at]
    const isThere = token?.kind === 'mark' && token.text === mark
    if (isThere) at += 1
    return isThere
  }
  const joined = (kind: 'and' | 'or', mark: string, part: () => Search): Search => {
    const first = part()
    const terms = [first]
    while (take(mark)) terms.push(part())
    return terms.length === 1 ? first : { kind, terms }
  }
  const disjunction = (): Search => joined('or', 'OR', () => joined('and', 'AND', operand))
  const operand = (): Search => {
    if (take('(')) {
      depth += 1
      if (depth > maxDepth) throw problem(search, 'parentheses nest too deeply')
      const inner = disjunction()
      depth -= 1
      if (!take(')')) throw problem(search, "')' is missing")
      return inner
    }
    const token = tokens[at]
    if (token?.kind !== 'clause') throw problem(search, 'a clause "property:text" is missing')
    at += 1
    return clause(search, token.text)
  }
  const result = disjunction()
  if (at < tokens.length) throw problem(search, 'AND or OR is missing between two clauses')
  return result
}

function tokenize(search: string): readonly Token[] {
  const pattern = /\s+|"((?:[^"\\]|\\.)*)"|AND\b|OR\b|[()]/suy
  const tokens: Token[] = []
  while (pattern.lastIndex < search.length) {
    const match = pattern.exec(search)
    if (!match) throw problem(search, 'each clause stands in double quotes, AND and OR in capitals')
    const [text, quoted] = match
    if (quoted !== undefined) {
      tokens.push({ kind: 'clause', text: quoted.replace(/\\(.)/gsu, '$1') })
    } else if (text.trim() !== '') tokens.push({ kind: 'mark', text })
  }
  return tokens
}

function clause(search: string, text: string): Search {
  const colon = text.indexOf(':')
  if (colon < 1 || text.slice(colon + 1).trim() === '') {
    throw problem(search, `the clause "${text}" is not of the form "property:text"`)
  }
  return { kind: 'clause', property: text.slice(0, colon).trim(), text: text.slice(colon + 1) }
}

function problem(search: string, detail: string): ODataProblem {
  return new ODataProblem('$search', `Syntax error in the search clause '${search}': ${detail}.`)
}
