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
}

export function createTenantLifetimes(): TenantLifetimes {
  let chosen: Partial<Lifetimes> = {}
  let current = usualLifetimes
  return {
    current: () => current,
    chosen: () => chosen,
    set: ({ t1Seconds, agentTokenSeconds }) => {
      chosen = {
        ...chosen,
        ...(t1Seconds !== undefined && { t1Seconds }),
        ...(agentTokenSeconds !== undefined && { agentTokenSeconds }),
      }
      current = { ...usualLifetimes, ...chosen }
    },
    reset: () => {
      chosen = {}
      current = usualLifetimes
    },
  }
}
