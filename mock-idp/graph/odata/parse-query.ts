import { parseFilter } from './filter/parse-filter.ts'
import { maxDepth, ODataProblem } from './problem.ts'
import { parseExpand, parseOrderBy, parseSelect } from './property-lists.ts'
import type { Query, QueryLimits } from './query.ts'
import { parseSearch } from './search/parse-search.ts'
import { checkFormat, parseCount, parseSkip, parseTop } from './simple-options.ts'

/** Graph's greatest page of users, groups and service principals; some collections allow less. */
const defaultMaxPageSize = 999

/** Reads a request's query options; throws an `ODataProblem` for what Graph answers with status 400. */
export function parseQuery(params: URLSearchParams, limits: QueryLimits = {}): Query {
  return readOptions(params, limits)
}

function readOptions(
  entries: Iterable<readonly [string, string]>,
  { maxPageSize = defaultMaxPageSize, allowsSkip = false }: QueryLimits,
  depth = 0,
): Query {
  if (depth > maxDepth) throw new ODataProblem('$expand', 'The relations nest too deeply.')
  const texts = optionTexts(entries)
  refuseEmpty(texts)
  const read = <R>(name: OptionName, parse: (text: string) => R): R | undefined => {
    const text = texts.get(name)
    return text === undefined ? undefined : parse(text)
  }
  read('format', checkFormat)
  const nested = (inner: Iterable<readonly [string, string]>) =>
    readOptions(inner, { maxPageSize }, depth + 1)
  return present({
    filter: read('filter', parseFilter),
    search: read('search', parseSearch),
    select: read('select', parseSelect),
    expand: read('expand', (text) => parseExpand(text, nested)),
    orderBy: read('orderby', parseOrderBy),
    top: read('top', (text) => parseTop(text, maxPageSize)),
    skip: read('skip', (text) => parseSkip(text, allowsSkip)),
    count: read('count', parseCount),
    skipToken: texts.get('skiptoken'),
    identity: identityOf(texts),
  })
}

function identityOf(texts: OptionTexts): string {
  return JSON.stringify(
    (['filter', 'search', 'orderby'] as const).map((name) => texts.get(name) ?? ''),
  )
}

function refuseEmpty(texts: OptionTexts): void {
  for (const [name, text] of texts) {
    if (text.trim() !== '') continue
    throw new ODataProblem(`$${name}`, `The value for OData query '$${name}' cannot be empty.`)
  }
}

type Asked = { readonly [K in keyof Required<Query>]: Query[K] | undefined }

/** Leaves out what is undefined, so that a query lists only what was asked. */
function present(asked: Asked): Query {
  const options = Object.entries(asked).filter(([, value]) => value !== undefined)
  return Object.fromEntries(options) as unknown as Query
}

/** The query options Graph knows for directory objects, in lower case, without `$`. */
const optionNames = [
  'filter',
  'search',
  'select',
  'expand',
  'orderby',
  'top',
  'skip',
  'count',
  'skiptoken',
  'format',
] as const

type OptionName = (typeof optionNames)[number]
type OptionTexts = ReadonlyMap<OptionName, string>

/**
 * Sorts query parameters by option, in any letter case, with or without `$` (always optional in beta, for some in v1.0:
 * learn.microsoft.com/graph/query-parameters). Other names without `$` are no options and are left alone.
 */
function optionTexts(entries: Iterable<readonly [name: string, value: string]>): OptionTexts {
  const texts = new Map<OptionName, string>()
  for (const [written, value] of entries) {
    const name = optionName(written)
    if (!name) continue
    if (texts.has(name)) {
      throw new ODataProblem(
        `$${name}`,
        `Query option '${written}' was specified more than once, but it must be specified at most once.`,
      )
    }
    texts.set(name, value)
  }
  return texts
}

function optionName(written: string): OptionName | undefined {
  const bare = written.toLowerCase().replace(/^\$/, '')
  const name = optionNames.find((known) => known === bare)
  if (name || !written.startsWith('$')) return name
  throw new ODataProblem(written, `The query parameter '${written}' is not supported.`)
}
