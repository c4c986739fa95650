import type { Sleep } from '../../ports/sleep.ts'

/** When the body of an answer comes, and how much of it. */
export type BodyTiming = {
  readonly isCut: boolean
  readonly delayMs: number
  readonly sleep: Sleep
  readonly signal: AbortSignal
}

/** A body that comes late, or breaks off in the middle the way a body does whose connection was closed. */
export function faultyBody(bytes: Uint8Array, timing: BodyTiming): ReadableStream<Uint8Array> {
  const { isCut, delayMs, sleep, signal } = timing
  const sent = isCut ? bytes.slice(0, Math.floor(bytes.length / 2)) : bytes
  let isSent = false
  return new ReadableStream(
    {
      pull: async (controller) => {
        if (isSent) {
          if (isCut) controller.error(new TypeError('terminated'))
          else controller.close()
          return
        }
        isSent = true
        if (delayMs > 0) await sleep(delayMs, signal)
        controller.enqueue(sent)
      },
    },
    { highWaterMark: 0 },
  )
}
