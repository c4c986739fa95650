import type { JsonObject } from '../call/graph-call.ts'
import { type Expansion, ODataProblem } from '../odata/index.ts'
import type { Entity } from './property-table.ts'

/** What `$expand` can follow from an object, by the name of the relation. */
export type Relations<T> = Readonly<Record<string, (object: T) => readonly JsonObject[]>>

type Followed<T> = {
  readonly name: string
  readonly read: (object: T) => readonly JsonObject[]
}

/** @throws {ODataProblem} for a relation that the objects do not have */
export function follow<T>(
  { relation, query }: Expansion,
  relations: Relations<T>,
  { typeName }: Pick<Entity<T>, 'typeName'>,
): readonly Followed<T>[] {
  const wanted = relation.toLowerCase()
  const found = Object.entries(relations).filter(
    ([name]) => relation === '*' || name.toLowerCase() === wanted,
  )
  if (found.length === 0) {
    const message = `Could not find a property named '${relation}' on type '${typeName}'.`
    throw new ODataProblem('$expand', `Parsing OData Select and Expand failed: ${message}`)
  }
  const { top, select } = query
  return found.map(([name, read]) => ({
    name,
    read: (object) =>
      read(object)
        .slice(0, top)
        .map((one) => pick(one, select)),
  }))
}

function pick(record: JsonObject, select: readonly string[] | undefined): JsonObject {
  if (!select) return record
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => name.includes('@') || select.includes(name)),
  )
}
