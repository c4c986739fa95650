import { type Lifetimes, usualLifetimes } from './lifetimes.ts'

/** How long the tokens of one tenant hold. */
export type TenantLifetimes = {
  readonly current: () => Lifetimes
  /** Those that differ from the usual ones, because somebody chose them. */
  readonly chosen: () => Partial<Lifetimes>
  /** Members left out stay as they are. */
  readonly set: (change: LifetimesChange) => void
  readonly reset: () => void
}

/** In seconds from now. Negative: tokens are expired when they are issued. */
export type LifetimesChange = {
  readonly t1Seconds?: number | undefined
  readonly agentTokenSeconds?: number | undefined
  readonly userTokenSeconds?: number | undefined
  readonly refreshTokenSeconds?: number | undefined
}

export function createTenantLifetimes(): TenantLifetimes {
  let chosen: Partial<Lifetimes> = {}
  let current = usualLifetimes
  return {
    current: () => current,
    chosen: () => chosen,
    set: (change) => {
      const named = Object.entries(change).filter(([, seconds]) => seconds !== undefined)
      chosen = { ...chosen, ...Object.fromEntries(named) }
      current = { ...usualLifetimes, ...chosen }
    },
    reset: () => {
      chosen = {}
      current = usualLifetimes
    },
  }
}
