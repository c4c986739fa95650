import { type Draws, drawsFrom } from './draws.ts'

/** Whether the answers of one tenant vary in what a client must not depend on. */
export type Chaos = {
  readonly seed: () => number | null
  /** Null: the answers do not vary. Counting starts anew. */
  readonly set: (seed: number | null) => void
  /** The turn of the next request; undefined where nothing varies. */
  readonly nextTurn: () => Turn | undefined
}

/** One request of a tenant whose answers vary: all that is drawn depends on the seed and its number. */
export type Turn = {
  /** Each purpose has its own draws, so that one does not move the other. */
  readonly draws: (purpose: 'members' | 'prose' | 'lifetimes' | 'key id') => Draws
}

export function createChaos(): Chaos {
  let seed: number | null = null
  let requests = 0
  return {
    seed: () => seed,
    set: (chosen) => {
      seed = chosen
      requests = 0
    },
    nextTurn: () => {
      if (seed === null) return undefined
      requests += 1
      return turnOf(seed, requests)
    },
  }
}

export function turnOf(seed: number, request: number): Turn {
  return { draws: (purpose) => drawsFrom(`${seed}/${request}/${purpose}`) }
}
