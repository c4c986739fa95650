import { parseExpand } from './expansion.ts'
import { type OptionName, type OptionTexts, optionTexts } from './option-names.ts'
import { checkFormat, parseCount, parseSkip, parseTop } from './page-options.ts'
import { parseFilter } from './parse-filter.ts'
import { ODataProblem } from './problem.ts'
import { parseOrderBy, parseSelect } from './property-lists.ts'
import type { Query, QueryLimits } from './query.ts'
import { parseSearch } from './search.ts'

/** Graph's greatest page of users, groups and service principals; some collections allow less. */
const defaultMaxPageSize = 999

/** Reads a request's query options; throws an `ODataProblem` for what Graph answers with status 400. */
export function parseQuery(params: URLSearchParams, limits: QueryLimits = {}): Query {
  return readOptions(params, limits)
}

function readOptions(
  entries: Iterable<readonly [string, string]>,
  { maxPageSize = defaultMaxPageSize, allowsSkip = false }: QueryLimits,
): Query {
  const texts = optionTexts(entries)
  refuseEmpty(texts)
  const read = <R>(name: OptionName, parse: (text: string) => R): R | undefined => {
    const text = texts.get(name)
    return text === undefined ? undefined : parse(text)
  }
  read('format', checkFormat)
  const nested = (inner: Iterable<readonly [string, string]>) => readOptions(inner, { maxPageSize })
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
