import { base64url } from 'jose'
import type { SortValue } from './order.ts'
import { ODataProblem } from './problem.ts'

/** An object's unchanging place in its collection; see `PageOptions.positionOf`. */
export type Position = string | number

/** The last object of a page: where it stands and, in a sorted listing, what it was sorted by. */
export interface PageEnd {
  readonly position: Position
  readonly values: readonly SortValue[]
}

/** Writes a `$skiptoken`: the end of a page, bound to the listing it belongs to. */
export function writeSkipToken(listing: string, { position, values }: PageEnd): string {
  const content = JSON.stringify([checksum(listing), position, values])
  return `${base64url.encode(content)}.${checksum(content)}`
}

/** Reads a `$skiptoken`; throws an `ODataProblem` for one that is damaged or belongs to another listing. */
export function readSkipToken(listing: string, token: string): PageEnd {
  const content = contentOf(token)
  if (!content) throw tokenProblem('The specified page token is damaged')
  const [owner, position, values] = content
  if (owner === checksum(listing)) return { position, values }
  throw tokenProblem('The specified page token belongs to another query')
}

type Content = readonly [listing: string, position: Position, values: readonly SortValue[]]

function contentOf(token: string): Content | undefined {
  const [encoded = ''] = token.split('.')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(encoded))
    const content: unknown = JSON.parse(text)
    return `${encoded}.${checksum(text)}` === token && isContent(content) ? content : undefined
  } catch {
    return undefined
  }
}

function isContent(content: unknown): content is Content {
  if (!Array.isArray(content) || content.length !== 3) return false
  const [owner, position, values] = content
  const isPosition = typeof position === 'string' || typeof position === 'number'
  return typeof owner === 'string' && isPosition && Array.isArray(values) && values.every(isScalar)
}

/** What a listing is sorted by is never a list or an object, whatever a token says that somebody made up. */
function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

/** FNV-1a over UTF-16 units, twice with different bases: it finds accidents, it does not keep anybody from forging. */
function checksum(text: string): string {
  return [0x811c9dc5, 0x1b873593].map((basis) => fnv(text, basis).toString(36)).join('-')
}

function fnv(text: string, basis: number): number {
  let hash = basis
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}

/** The problem of a page token that cannot be used. */
export function tokenProblem(what: string): ODataProblem {
  return new ODataProblem(
    '$skiptoken',
    `${what}. Start again with the first page.`,
    'Directory_ExpiredPageToken',
  )
}
