import { ODataProblem } from './problem.ts'
import type { Expansion, OrderKey, Query } from './query.ts'
import type { Path } from './shape.ts'

const pathPattern = /^[\p{L}_][\p{L}\p{N}_.]*(?:\/[\p{L}_][\p{L}\p{N}_.]*)*$/u

/** Reads `$select`: property names or paths between commas, or `*`. */
export function parseSelect(text: string): readonly string[] {
  const items = text.split(',').map((item) => item.trim())
  for (const item of items) if (item !== '*') pathOf('$select', item, text)
  return items
}

/** Reads `$orderby`; ascending where no direction is written (learn.microsoft.com/graph/query-parameters). */
export function parseOrderBy(text: string): readonly OrderKey[] {
  return text.split(',').map((item) => {
    const [path = '', direction = 'asc', ...rest] = item.trim().split(/\s+/)
    const lower = direction.toLowerCase()
    if (rest.length > 0 || (lower !== 'asc' && lower !== 'desc'))
      throw listProblem('$orderby', text)
    return { path: pathOf('$orderby', path, text), direction: lower }
  })
}

function pathOf(option: string, path: string, text: string): Path {
  if (pathPattern.test(path)) return path.split('/')
  throw listProblem(option, text)
}

function listProblem(option: string, text: string): ODataProblem {
  return new ODataProblem(
    option,
    `Parsing OData ${option.slice(1)} failed: '${text}' is no list of properties separated by commas.`,
  )
}

type ReadOptions = (entries: readonly (readonly [string, string])[]) => Query

/** Reads `$expand`, e.g. `owners($select=id,displayName;$top=5),sponsors`. */
export function parseExpand(text: string, readOptions: ReadOptions): readonly Expansion[] {
  const expansions = splitList(text, ',').map((item) => parseItem(item.trim(), text, readOptions))
  const relations = new Set(expansions.map(({ relation }) => relation))
  if (relations.size === expansions.length) return expansions
  throw expandProblem(text, 'a relation is named twice')
}

function parseItem(item: string, text: string, readOptions: ReadOptions): Expansion {
  const match = /^(\*|[\p{L}_][\p{L}\p{N}_.]*(?:\/\$ref)?)(?:\((.+)\))?$/su.exec(item)
  if (!match) throw expandProblem(text, `'${item}' is no relation`)
  const [, relation = '', options] = match
  const entries = options === undefined ? [] : splitList(options, ';').map((o) => entry(o, text))
  return { relation, query: readOptions(entries) }
}

/** In an `$expand` every option carries its `$`. */
function entry(option: string, text: string): readonly [string, string] {
  const equals = option.indexOf('=')
  const name = option.slice(0, Math.max(equals, 0)).trim()
  if (name.startsWith('$')) return [name, option.slice(equals + 1)]
  throw expandProblem(text, `'${option}' is no query option`)
}

function expandProblem(text: string, detail: string): ODataProblem {
  return new ODataProblem('$expand', `Parsing OData expand '${text}' failed: ${detail}.`)
}

/** Splits a text at a character, but not inside parentheses or string literals. */
function splitList(text: string, separator: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  for (const { 0: piece, index } of text.matchAll(/'[^']*'?|[(),;]/g)) {
    if (piece === '(') depth += 1
    if (piece === ')') depth -= 1
    if (piece !== separator || depth > 0) continue
    parts.push(text.slice(start, index))
    start = index + 1
  }
  return [...parts, text.slice(start)]
}
