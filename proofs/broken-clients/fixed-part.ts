import { createHash } from 'node:crypto'
import type { BrokenClient } from './broken-client.ts'

/** Of 256: about one in eighty. */
const outOf256 = 3

/**
 * The broken clients that are judged by all scenarios, which show also what else a fault breaks. All of them would
 * take a quarter of an hour. The name decides, so that nobody who adds a client moves another one in or out.
 */
export function isInFixedPart({ name }: BrokenClient): boolean {
  const [first = 0] = createHash('sha256').update(name).digest()
  return first < outOf256
}
