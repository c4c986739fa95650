import type { TenantSession } from '../session.ts'
import type { Assertion } from './assertion.ts'

/** Clocks of clients run ahead by less than this; MSAL writes an `nbf` a second in the future. */
const allowedSkewSeconds = 300

export function validityFacts(
  { notBeforeSeconds, expiresSeconds }: Assertion,
  { nowMs }: TenantSession,
) {
  const nowSeconds = Math.floor(nowMs / 1000)
  return {
    nowSeconds,
    notBeforeSeconds,
    expiresSeconds,
    started: notBeforeSeconds <= nowSeconds + allowedSkewSeconds,
    expired: expiresSeconds <= nowSeconds,
  }
}
