import type { Sleep } from '../../ports/sleep.ts'

/** When the body of an answer comes, and how much of it. */
export type BodyTiming = {
  readonly isCut: boolean
  readonly delayMs: number
  /** How many parts it comes in. */
  readonly pieces: number
  readonly sleep: Sleep
  readonly signal: AbortSignal
}

/** Long enough that a socket sends one piece before the next comes. */
const betweenPiecesMs = 10

/** A body that comes late, in pieces, or breaks off in the middle the way a body does whose connection was closed. */
export function faultyBody(bytes: Uint8Array, timing: BodyTiming): ReadableStream<Uint8Array> {
  const { isCut, delayMs, pieces, sleep, signal } = timing
  const sent = isCut ? bytes.slice(0, Math.floor(bytes.length / 2)) : bytes
  const size = Math.max(1, Math.ceil(sent.length / pieces))
  let next = 0
  return new ReadableStream(
    {
      pull: async (controller) => {
        if (next > 0 && next >= sent.length) {
          if (isCut) controller.error(new TypeError('terminated'))
          else controller.close()
          return
        }
        if (next === 0 && delayMs > 0) await sleep(delayMs, signal)
        // The first piece has to leave before the second comes.
        else if (next > 0) await sleep(betweenPiecesMs, signal)
        controller.enqueue(sent.slice(next, next + size))
        next += size
      },
    },
    { highWaterMark: 0 },
  )
}
