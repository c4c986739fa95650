/**
 * Microsoft Graph's query options: read, checked, compiled and applied to objects in memory.
 * @module
 */
export { advancedReason, isAdvanced, needsAdvanced, requireAdvanced } from './advanced.ts'
export { applyQuery } from './apply-query.ts'
export { compileFilter } from './compile-filter.ts'
export type { Filter } from './filter.ts'
export { isKindOf } from './is-of.ts'
export type { EdmType } from './literal.ts'
export type { Page, PageOptions } from './page.ts'
export { parseFilter } from './parse-filter.ts'
export { parseQuery } from './parse-query.ts'
export { ODataProblem, type ODataProblemCode } from './problem.ts'
export type { Expansion, OrderKey, Query, QueryLimits } from './query.ts'
export type { Test } from './scope.ts'
export { checkSelect, selectProperties } from './select-properties.ts'
export { type Accessor, type GraphRecord, recordShape, type Shape, typedAccessor } from './shape.ts'
export type { Position } from './skip-token.ts'
