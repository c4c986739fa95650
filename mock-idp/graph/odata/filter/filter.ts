import type { Path } from '../shape.ts'

/** A constant in a filter; the value of a date is its time in milliseconds since 1970. */
export type Literal =
  | { readonly type: 'Edm.String' | 'Edm.Guid'; readonly value: string }
  | { readonly type: 'Edm.DateTimeOffset' | 'Edm.Int32' | 'Edm.Double'; readonly value: number }
  | { readonly type: 'Edm.Boolean'; readonly value: boolean }
  | { readonly type: 'null'; readonly value: null }

/** What is compared: a property or, as in `tags/$count`, the number of its elements. */
export interface Operand {
  readonly kind: 'property' | 'count'
  readonly path: Path
}

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'
export type TextFunction = 'startswith' | 'endswith' | 'contains'

/** A parsed `$filter`. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Filter[] }
  | { readonly kind: 'not'; readonly term: Filter }
  | {
      readonly kind: 'compare'
      readonly operator: Comparison
      readonly operand: Operand
      readonly literal: Literal
    }
  | { readonly kind: 'in'; readonly operand: Operand; readonly literals: readonly Literal[] }
  | {
      readonly kind: 'text'
      readonly name: TextFunction
      readonly path: Path
      readonly text: string
    }
  | {
      readonly kind: 'lambda'
      readonly name: 'any' | 'all'
      readonly path: Path
      readonly variable: string
      readonly body: Filter
    }
  | { readonly kind: 'nonEmpty'; readonly path: Path }
  | { readonly kind: 'isof'; readonly type: string }
  | { readonly kind: 'flag'; readonly path: Path }

/** The filters directly inside a filter. */
export function partsOf(filter: Filter): readonly Filter[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.terms
    case 'not':
      return [filter.term]
    case 'lambda':
      return [filter.body]
    default:
      return []
  }
}

/** The filter and every filter inside it. */
export function* everyFilter(filter: Filter): Generator<Filter> {
  yield filter
  for (const part of partsOf(filter)) yield* everyFilter(part)
}
