import { fold, matchesAt } from '../fold.ts'
import { unknownProperty } from '../problem.ts'
import type { Shape, Test } from '../shape.ts'
import type { Search } from './parse-search.ts'

/** Only these are searched by words; of any other property the beginning must match (same page as `indexedWords`). */
const searchedByWords: readonly string[] = ['displayName', 'description']

/** Turns a search into one function per object; throws an `ODataProblem` for a property the shape does not know. */
export function compileSearch<T>(search: Search, shape: Shape<T>): Test<T> {
  if (search.kind === 'clause') return compileClause(search.property, search.text, shape)
  const tests = search.terms.map((term) => compileSearch(term, shape))
  return search.kind === 'and'
    ? (object) => tests.every((test) => test(object))
    : (object) => tests.some((test) => test(object))
}

function compileClause<T>(property: string, text: string, shape: Shape<T>): Test<T> {
  const read = shape.accessorFor(property)
  if (!read) throw unknownProperty('$search', property, shape.typeName)
  const test = searchedByWords.includes(property) ? wordsTest(text) : beginningTest(text)
  return (object) => {
    const value = read(object)
    return typeof value === 'string' && test(value)
  }
}

/** Words match in any order and by their beginning: "displayName:Guthr" is the documentation's own example. */
function wordsTest(text: string): (value: string) => boolean {
  const wanted = searchedWords(text)
  return (value) => {
    const words = [...indexedWords(value)]
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  }
}

function beginningTest(text: string): (value: string) => boolean {
  const wanted = fold(text)
  return (value) => value.length >= wanted.length && matchesAt(value, wanted, 0)
}

/**
 * The words Graph finds a text by, in lower case: split at spaces, at a change from small to capital letter, between
 * letters, digits and symbols; symbols are words too, and so are words joined across symbols (`hello.world` gives
 * `hello`, `.`, `world`, `helloworld`). From learn.microsoft.com/graph/search-query-parameter.
 */
export function indexedWords(text: string): ReadonlySet<string> {
  const words = new Set(searchedWords(text))
  for (const run of text.split(/\s+/u)) {
    const joined = run.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    if (joined !== run && joined !== '') words.add(joined.toLowerCase())
  }
  return words
}

/** The words of the text searched for: split the same way, without the joined ones. */
export function searchedWords(text: string): readonly string[] {
  const parts = text.match(
    /\p{Lu}*[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|[\p{Lu}\p{Lt}]+|\p{N}+|[^\p{L}\p{M}\p{N}\s]+/gu,
  )
  return (parts ?? []).map((part) => part.toLowerCase())
}
