import { isTooDeep } from './json-depth.ts'

/** A JSON object whose members nobody has checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>

/** `any` is for those who only read: what nests too deep cannot be written again. */
export type Depth = 'bounded' | 'any'

/** Whether a value is an object as JSON means it: no list, no null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The JSON object in a text; undefined where the text is no JSON, no object, or nests too deep to be written again. */
export function parseJsonObject(text: string, depth: Depth = 'bounded'): JsonObject | undefined {
  if (depth === 'bounded' && isTooDeep(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
