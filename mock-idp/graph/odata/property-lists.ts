import type { Path } from './filter.ts'
import { ODataProblem } from './problem.ts'
import type { OrderKey } from './query.ts'

const pathPattern = /^[\p{L}_][\p{L}\p{N}_.]*(?:\/[\p{L}_][\p{L}\p{N}_.]*)*$/u

/** Reads `$select`: property names or paths between commas, or `*`. */
export function parseSelect(text: string): readonly string[] {
  const items = text.split(',').map((item) => item.trim())
  for (const item of items) if (item !== '*') pathOf('$select', item, text)
  return items
}

/**
 * Reads `$orderby`; ascending where no direction is written (learn.microsoft.com/graph/query-parameters). Not by the
 * parser of `$filter`: that one takes a missing direction for descending.
 */
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
