import { InvalidArgumentError } from 'commander'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i

/** The id of an object or of a tenant. */
export function parseGuid(text: string): string {
  if (guid.test(text)) return text.toLowerCase()
  throw new InvalidArgumentError('Expected a GUID.')
}

/** One of several ids. */
export const parseGuids = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  parseGuid(text),
]

export function parseDomain(text: string): string {
  if (domain.test(text)) return text.toLowerCase()
  throw new InvalidArgumentError('Expected a domain name.')
}

/** Entra takes 256 characters for a display name; the run and the object's own name follow. */
export function parseNamePrefix(text: string): string {
  if (/^[\p{L}\p{N} ._-]{1,100}$/u.test(text)) return text
  throw new InvalidArgumentError('Expected 1 to 100 letters, digits, spaces, dots, - and _.')
}

export function parseCount(text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected a whole number of at most 7 digits.')
}

/** Seconds to wait for one thing. */
export function parseWait(text: string): number {
  const seconds = Number(text)
  if (/^\d{1,4}$/.test(text) && seconds <= 3600) return seconds
  throw new InvalidArgumentError('Expected a whole number from 0 to 3600.')
}
