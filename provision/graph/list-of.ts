import type { JsonObject } from '../../wire/json-object.ts'

/** The objects of a list in an answer; none where there is no list. */
export const listOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly JsonObject[]) : []
