/** Error codes of Node and OpenSSL. Nothing else of an error from `fetch` is kept. */
const networkCode = /^[A-Z][A-Z0-9_]{2,60}$/

/** The code of what a `fetch` threw, or of its causes; `TIMEOUT` where a time limit ended it. */
export function networkCodeOf(thrown: unknown, depth = 0): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || depth > 3) return undefined
  const { code, name, cause } = thrown as { code?: unknown; name?: unknown; cause?: unknown }
  if (name === 'TimeoutError') return 'TIMEOUT'
  if (typeof code === 'string' && networkCode.test(code)) return code
  return networkCodeOf(cause, depth + 1)
}
