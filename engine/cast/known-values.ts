/** The value that a directory has, or none: a scenario may have removed whom it names, and a tenant may lack them. */
export function knownValues(find: () => string): readonly string[] {
  try {
    const value = find()
    return value === '' ? [] : [value]
  } catch {
    return []
  }
}
