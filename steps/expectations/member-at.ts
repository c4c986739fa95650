/** The member of an answer at a path such as `metadata.0.aliases`; `length` counts a list; `@odata.type` is one name. */
export function memberAt(body: unknown, path: string): unknown {
  return path.split(/(?<!@odata)\./).reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null) return undefined
    if (Array.isArray(value) && name === 'length') return value.length
    return (value as Record<string, unknown>)[name]
  }, body)
}
