import { fold, matchesAt } from './fold.ts'
import type { Test } from './scope.ts'
import type { Search } from './search.ts'
import { indexedWords, searchedWords } from './search-words.ts'
import type { Shape } from './shape.ts'
import { unknownProperty } from './unknown-property.ts'

/** Only these are searched by words; of any other property the beginning must match (same page as `search-words.ts`). */
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
