/** Draws that depend on a text alone. */
export type Draws = {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number
  readonly shuffle: <Item>(items: readonly Item[]) => readonly Item[]
}

/** The same text gives the same draws, on every machine. */
export function drawsFrom(text: string): Draws {
  let state = hash(text)
  const below = (limit: number) => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    return mix(state) % limit
  }
  return {
    below,
    shuffle: (items) => {
      const rest = [...items]
      return items.flatMap(() => rest.splice(below(rest.length), 1))
    },
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x81_1c_9d_c5
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01_00_01_93) >>> 0
  }
  return value
}

/** The output function of mulberry32. */
function mix(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return (mixed ^ (mixed >>> 14)) >>> 0
}
