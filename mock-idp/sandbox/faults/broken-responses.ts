/**
 * Answers whose connection ends before their body does. A web-standard `Response` can only say so by a body
 * that fails; the listener that writes to a socket asks here, so that the half which is left gets out first.
 */
const cut = new WeakSet<Response>()

export function markCut(response: Response): Response {
  cut.add(response)
  return response
}

export function isCut(response: Response): boolean {
  return cut.has(response)
}

/** `Response.error()`, by which a fault says that nothing is answered, as Mock Service Worker does. */
export function isDropped({ status }: Response): boolean {
  return status === 0
}
