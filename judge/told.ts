/** A value of JSON that a client chose, in words. `String` would call its `toString`, which may be no function. */
export function told(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}
