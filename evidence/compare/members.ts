import { isJsonObject } from '../../wire/json-object.ts'
import type { Value } from '../format.ts'

export type Members = Readonly<Record<string, Value>>

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

export function isMembers(value: Value | undefined): value is Members {
  return isJsonObject(value)
}

/** None, where it is no object. */
export function membersOf(value: Value | undefined): Members {
  return isMembers(value) ? value : {}
}

export function namesIn(one: object, other: object): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
}
