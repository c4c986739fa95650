import { ODataProblem } from './problem.ts'

/** The query options Graph knows for directory objects, in lower case, without `$`. */
export const optionNames = [
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

export type OptionName = (typeof optionNames)[number]
export type OptionTexts = ReadonlyMap<OptionName, string>

/**
 * Sorts query parameters by option, in any letter case, with or without `$` (always optional in beta, for some in v1.0:
 * learn.microsoft.com/graph/query-parameters). Other names without `$` are no options and are left alone.
 */
export function optionTexts(
  entries: Iterable<readonly [name: string, value: string]>,
): OptionTexts {
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
