import { ODataProblem } from './problem.ts'
import type { Expansion, Query } from './query.ts'
import { splitList } from './split-list.ts'

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
