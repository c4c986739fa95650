/**
 * JSON of a value of the directory, from which `decode` makes an equal one. JSON has no `undefined`, no maps, no
 * sets and not every number; they are written as an object with one member whose name begins with `$`. A name that
 * begins so by itself gets a second `$`.
 *
 * @throws TypeError for what the directory has none of, such as functions and objects with a class
 */
export function encode(value: unknown): string {
  return JSON.stringify(toJson(value))
}

/** @throws SyntaxError for what `encode` does not write */
export function decode(text: string): unknown {
  const parsed: unknown = JSON.parse(text)
  // Every mark stands in front of a name.
  return text.includes('"$') ? fromJson(parsed) : parsed
}

function toJson(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (value === undefined) return { $undefined: true }
  if (typeof value === 'number') return isInJson(value) ? value : { $number: numberName(value) }
  if (Array.isArray(value)) return Array.from(value, toJson)
  if (value instanceof Map) return { $map: Array.from(value, (entry) => entry.map(toJson)) }
  if (value instanceof Set) return { $set: Array.from(value, toJson) }
  if (!isPlain(value)) throw new TypeError(`${typeof value} cannot be kept: ${String(value)}`)
  return withMembers(
    Object.entries(value),
    (name) => (name.startsWith('$') ? `$${name}` : name),
    toJson,
  )
}

function fromJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(fromJson)
  const members = Object.entries(value)
  const [mark = '', content] = members[0] ?? []
  if (mark.startsWith('$') && !mark.startsWith('$$')) return marked(mark, content)
  return withMembers(members, (name) => (name.startsWith('$$') ? name.slice(1) : name), fromJson)
}

function marked(mark: string, content: unknown): unknown {
  if (mark === '$undefined') return undefined
  if (mark === '$number') return Number(content)
  if (mark === '$set' && Array.isArray(content)) return new Set(content.map(fromJson))
  if (mark === '$map' && Array.isArray(content)) {
    return new Map(content.map(([key, value]) => [fromJson(key), fromJson(value)]))
  }
  throw new SyntaxError(`no value is marked ${mark}`)
}

/** Defined, not assigned: a member called `__proto__` is a member like all others. */
function withMembers(
  members: readonly (readonly [string, unknown])[],
  rename: (name: string) => string,
  convert: (value: unknown) => unknown,
): object {
  return Object.fromEntries(members.map(([name, value]) => [rename(name), convert(value)]))
}

function isInJson(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0)
}

function numberName(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
