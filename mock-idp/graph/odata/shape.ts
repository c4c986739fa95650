/** The primitive types a property of a directory object or a literal of a filter has (OData 4.01 CSDL, 3.3). */
export type EdmType =
  | 'Edm.String'
  | 'Edm.Guid'
  | 'Edm.Boolean'
  | 'Edm.DateTimeOffset'
  | 'Edm.Int32'
  | 'Edm.Double'

/** The names between the slashes of `a/b`. */
export type Path = readonly string[]

/** Whether an object passes. */
export type Test<T> = (object: T) => boolean

/** Reads one property of an object; its `type`, where stated, is held against the constants of a filter. */
export interface Accessor<T> {
  (object: T): unknown
  readonly type?: EdmType
}

/** What a query may name: `accessorFor` gives the reader of a property, or undefined for a property not known. */
export interface Shape<T> {
  /** The full name of the type, e.g. `microsoft.graph.servicePrincipal`. */
  readonly typeName: string
  readonly accessorFor: (property: string) => Accessor<T> | undefined
}

/** An object as Graph writes it in JSON. */
export type GraphRecord = Readonly<Record<string, unknown>>

/** An accessor that states the type of what it reads. */
export function typedAccessor<T>(type: EdmType, read: (object: T) => unknown): Accessor<T> {
  return Object.assign((object: T) => read(object), { type })
}

/** The shape of plain records: their properties by name, each with its type or `undefined` where it is no primitive. */
export function recordShape(
  typeName: string,
  properties: Readonly<Record<string, EdmType | undefined>>,
): Shape<GraphRecord> {
  const accessorFor = (property: string): Accessor<GraphRecord> | undefined => {
    if (!Object.hasOwn(properties, property)) return undefined
    const type = properties[property]
    const read = (record: GraphRecord) => record[property]
    return type ? typedAccessor(type, read) : read
  }
  return { typeName, accessorFor }
}
