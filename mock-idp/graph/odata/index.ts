/**
 * Microsoft Graph's query options: read, checked, compiled and applied to objects in memory.
 * @module
 */
export { requireAdvanced } from './advanced.ts'
export { applyQuery } from './apply-query.ts'
export { parseQuery } from './parse-query.ts'
export { ODataProblem } from './problem.ts'
export type { Expansion, Query } from './query.ts'
export { checkSelect, selectProperties } from './select-properties.ts'
export { type EdmType, type GraphRecord, type Shape, typedAccessor } from './shape.ts'
export type { Position } from './skip-token.ts'
export { isKindOf } from './type-names.ts'
