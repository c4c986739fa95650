import { usualLifetimes } from './lifetimes.ts'
import type { Minting } from './minting.ts'

/** Between 60 and 90 minutes, at random (learn.microsoft.com/entra/identity-platform/access-tokens "token lifetime"). */
const leastSeconds = 3600
const spanMinutes = 30

/** How long a token for a user holds, in seconds from now, unless a test chose a lifetime for the tenant. */
export function delegatedLifetimeSeconds({
  lifetimes,
  random,
}: Pick<Minting, 'lifetimes' | 'random'>): number {
  if (lifetimes.agentTokenSeconds !== usualLifetimes.agentTokenSeconds) {
    return lifetimes.agentTokenSeconds
  }
  return leastSeconds + random.below(spanMinutes) * 60 + random.below(61)
}
