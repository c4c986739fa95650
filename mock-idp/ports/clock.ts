/** The clock of one tenant: real time, shifted or stopped. All times are milliseconds since 1970. */
export type TenantClock = {
  readonly nowMs: () => number
  readonly state: () => ClockState
  readonly set: (change: ClockChange) => void
  readonly reset: () => void
}

export type ClockState = {
  readonly nowMs: number
  readonly offsetSeconds: number
  readonly frozen: boolean
}

/** What to change; members left out stay as they are. `advanceSeconds` adds to the time the clock shows. */
export type ClockChange = {
  readonly offsetSeconds?: number | undefined
  readonly advanceSeconds?: number | undefined
  readonly frozen?: boolean | undefined
}

export function createTenantClock(realNowMs: () => number): TenantClock {
  let offsetMs = 0
  let frozenAtMs: number | undefined
  const nowMs = () => frozenAtMs ?? realNowMs() + offsetMs

  const freeze = (frozen: boolean) => {
    if (frozen) {
      frozenAtMs ??= nowMs()
      return
    }
    if (frozenAtMs !== undefined) offsetMs = frozenAtMs - realNowMs()
    frozenAtMs = undefined
  }
  const shift = (byMs: number) => {
    offsetMs += byMs
    if (frozenAtMs !== undefined) frozenAtMs += byMs
  }

  return {
    nowMs,
    state: () => ({
      nowMs: nowMs(),
      offsetSeconds: Math.round((nowMs() - realNowMs()) / 1000),
      frozen: frozenAtMs !== undefined,
    }),
    set: ({ offsetSeconds, advanceSeconds, frozen }) => {
      if (offsetSeconds !== undefined) shift(realNowMs() + offsetSeconds * 1000 - nowMs())
      if (advanceSeconds !== undefined) shift(advanceSeconds * 1000)
      if (frozen !== undefined) freeze(frozen)
    },
    reset: () => {
      offsetMs = 0
      frozenAtMs = undefined
    },
  }
}
