import type { Json } from './graph-request.ts'

/** The objects of a list in an answer; none where there is no list. */
export const listOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : []
