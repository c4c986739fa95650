import type { Ports } from '../ports/ports.ts'

/** Long enough for weekly runs over a quarter; Entra's own default is two years. */
const lifetimeMs = 180 * 86_400_000
/** A run replaces a credential that ends sooner. */
const leastLeftMs = 7 * 86_400_000

export const newEnd = ({ now }: Ports): Date => {
  const end = new Date(now() + lifetimeMs)
  end.setUTCMilliseconds(0)
  return end
}

export const endsSoon = ({ now }: Ports, endsAt: string | undefined): boolean =>
  endsAt === undefined || !(Date.parse(endsAt) > now() + leastLeftMs)
