import type { SeenRequest } from '../http/see-request.ts'

/**
 * What a request for a page says, wherever it says it: in its URL, in its form, or in the address that the form of a
 * sign-in page goes on at.
 */
export function parametersOf({ query, form }: SeenRequest): ReadonlyMap<string, string> {
  const continueTo = form.parameters.get('continue') ?? ''
  const at = continueTo.indexOf('?')
  const continued = new URLSearchParams(at === -1 ? '' : continueTo.slice(at + 1))
  return new Map([...continued, ...form.parameters, ...(query ?? [])])
}
