import { fold, matchesAt } from '../fold.ts'
import { filterProblem } from '../problem.ts'
import type { Shape, Test } from '../shape.ts'
import { isKindOf, isKnownType } from '../type-names.ts'
import type { TextFunction } from './filter.ts'
import type { PathReader } from './path-reader.ts'

type TextTest = (text: string) => boolean

/** `startswith`, `endswith` and `contains`, without regard to the case of letters; a null property passes none. */
export function compileText<T>(
  name: TextFunction,
  { name: property, read, type }: PathReader<T>,
  text: string,
): Test<T> {
  const test = textTest(name, fold(text))
  if (type && type !== 'Edm.String') throw notText(name, property)
  return (object) => {
    const value = read(object)
    if (typeof value === 'string') return test(value)
    if (value == null) return false
    throw notText(name, property)
  }
}

function textTest(name: TextFunction, wanted: string): TextTest {
  const { length } = wanted
  switch (name) {
    case 'startswith':
      return (text) => text.length >= length && matchesAt(text, wanted, 0)
    case 'endswith':
      return (text) => text.length >= length && matchesAt(text, wanted, text.length - length)
    case 'contains':
      return (text) => text.length >= length && fold(text).includes(wanted)
  }
}

function notText(name: TextFunction, property: string) {
  return filterProblem(
    `No function signature for the function with name '${name}' matches: '${property}' is no Edm.String.`,
  )
}

/** Tests an object's `@odata.type`; an object without one is of the type of the whole collection. */
export function compileIsOf<T>(type: string, shape: Shape<T>): Test<T> {
  if (!isKnownType(type)) {
    throw filterProblem(`The type '${type}' is not defined in the model.`)
  }
  const read = shape.accessorFor('@odata.type')
  return (object) => {
    const own = read?.(object)
    return isKindOf(typeof own === 'string' ? own : shape.typeName, type)
  }
}
