/** Waits; tests pass one that does not. Where the client has gone before, it need not wait any longer. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

export const sleepByTimer: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted) {
      resolve()
      return
    }
    const wake = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, ms)
    signal?.addEventListener('abort', wake)
  })
