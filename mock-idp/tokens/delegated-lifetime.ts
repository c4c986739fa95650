import { usualLifetimes } from './lifetimes.ts'
import type { Minting } from './minting.ts'

/** Between 60 and 90 minutes, at random (learn.microsoft.com/entra/identity-platform/access-tokens "token lifetime"). */
const leastSeconds = 3600
const spanMinutes = 30

/** Between 20 and 28 hours, where Continuous Access Evaluation guards the token (the same page). */
const leastLongSeconds = 20 * 3600
const longSpanMinutes = 8 * 60

/**
 * How long a token for a user holds, in seconds from now, unless a test chose a lifetime for the tenant.
 * @param isLong Continuous Access Evaluation guards it
 */
export function delegatedLifetimeSeconds(
  { lifetimes, random }: Pick<Minting, 'lifetimes' | 'random'>,
  isLong = false,
): number {
  if (lifetimes.userTokenSeconds !== undefined) return lifetimes.userTokenSeconds
  if (lifetimes.agentTokenSeconds !== usualLifetimes.agentTokenSeconds) {
    return lifetimes.agentTokenSeconds
  }
  if (isLong) return leastLongSeconds + random.below(longSpanMinutes) * 60 + random.below(61)
  return leastSeconds + random.below(spanMinutes) * 60 + random.below(61)
}
