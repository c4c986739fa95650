import odataParser from '@balena/odata-parser'
import type { Filter } from './filter.ts'
import { filterOfTree } from './filter-of-tree.ts'
import { filterProblem, type ODataProblem } from './problem.ts'
import { type RewrittenFilter, rewriteFilter } from './rewrite.ts'

/** What stands before the filter in the path the parser reads. */
const prefix = '/objects?$filter='

/** Parses a `$filter`; throws an `ODataProblem` for what is no filter or is one Graph does not support. */
export function parseFilter(filter: string): Filter {
  const rewritten = rewriteFilter(filter)
  const { tree, binds } = readTree(filter, rewritten)
  return filterOfTree(tree.options?.$filter, { literals: rewritten.literals, binds })
}

/** The rule `Process` reads a path and its query; the parser's other rule needs `eval`, which not every runtime has. */
function readTree(filter: string, rewritten: RewrittenFilter) {
  try {
    return odataParser.parse(prefix + rewritten.text, { startRule: 'Process' })
  } catch (error) {
    throw syntaxProblem(filter, rewritten, error)
  }
}

function syntaxProblem(filter: string, rewritten: RewrittenFilter, error: unknown): ODataProblem {
  const offset = offsetOf(error)
  const at = offset === undefined ? 0 : rewritten.originalAt(offset - prefix.length)
  return filterProblem(`Syntax error at position ${at} in '${filter}'.`, error)
}

function offsetOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('location' in error)) return undefined
  const location = error.location as { readonly start?: { readonly offset?: number } }
  return location.start?.offset
}
