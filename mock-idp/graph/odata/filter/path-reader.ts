import { isJsonObject } from '../../../../wire/json-object.ts'
import { unknownProperty } from '../problem.ts'
import type { Accessor, EdmType, Path, Shape } from '../shape.ts'

/** Holds the element a lambda is at, so that its body runs without a new function or record per element. */
export interface Cell {
  value: unknown
}

/** What the names in a filter mean at one place: the object's properties and the variables of the lambdas around. */
export interface Scope<T> {
  readonly shape: Shape<T>
  readonly variables: ReadonlyMap<string, Cell>
}

/** The value a path leads to and, where the shape states it, its type. */
export interface PathReader<T> {
  readonly name: string
  readonly read: (object: T) => unknown
  readonly type: EdmType | undefined
}

/** The reader of a path, found once per filter; throws an `ODataProblem` for a property the shape does not know. */
export function pathReader<T>(path: Path, scope: Scope<T>): PathReader<T> {
  const [head = '', ...rest] = path
  const name = path.join('/')
  const cell = scope.variables.get(head)
  const accessor: Accessor<T> | undefined = cell ? () => cell.value : scope.shape.accessorFor(head)
  if (!accessor) throw unknownProperty('$filter', head, scope.shape.typeName)
  if (rest.length === 0) return { name, read: accessor, type: accessor.type }
  const read = (object: T) => rest.reduce<unknown>(readNested, accessor(object))
  return { name, read, type: undefined }
}

/** Below the first name nothing is declared: a property the record does not have counts as null. */
function readNested(value: unknown, property: string): unknown {
  if (!isJsonObject(value)) return undefined
  return Object.hasOwn(value, property) ? value[property] : undefined
}
