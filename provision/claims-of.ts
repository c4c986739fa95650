import type { Json } from './graph/graph-request.ts'
import { parseObject } from './graph/read-failure.ts'

/** What a token says of itself, unverified; undefined when it cannot be read. */
export function claimsOf(token: string): Json | undefined {
  const [, payload = ''] = token.split('.')
  return parseObject(Buffer.from(payload, 'base64url').toString('utf8'))
}
