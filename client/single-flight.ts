import { setMaxListeners } from 'node:events'

type Flight<T> = {
  readonly result: Promise<T>
  readonly fresh: boolean
  readonly abandon: (reason: unknown) => void
  waiters: number
}

export type FlightOptions = {
  readonly signal?: AbortSignal | undefined
  /** Do not join work that started for a caller who accepts a cached answer. */
  readonly fresh?: boolean | undefined
}

/**
 * One caller's abort does not affect the others; the work aborts when the last caller does.
 */
const join = <T>(flight: Flight<T>, signal: AbortSignal | undefined): Promise<T> =>
  new Promise((resolve, reject) => {
    const leave = () => {
      flight.waiters -= 1
      if (flight.waiters === 0) flight.abandon(signal?.reason)
      reject(signal?.reason)
    }
    flight.waiters += 1
    // Many calls may share one signal; Node would report their listeners as a leak.
    if (signal) setMaxListeners(0, signal)
    signal?.addEventListener('abort', leave, { once: true })
    void flight.result
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener('abort', leave))
  })

/**
 * Runs one piece of work per key for all simultaneous callers. `landed` receives each result that is
 * still wanted before the callers do. Failures reach the callers and are not kept.
 */
export const createSingleFlight = <T>(landed: (key: string, value: T) => void) => {
  const flights = new Map<string, Flight<T>>()

  const begin = (key: string, work: (signal: AbortSignal) => Promise<T>, fresh: boolean) => {
    const controller = new AbortController()
    const end = (): boolean => flights.get(key) === flight && flights.delete(key)
    const flight: Flight<T> = {
      result: Promise.resolve().then(() => work(controller.signal)),
      fresh,
      waiters: 0,
      abandon: (reason) => {
        end()
        controller.abort(reason)
      },
    }
    flights.set(key, flight)
    void flight.result.then((value) => {
      if (end()) landed(key, value)
    }, end)
    return flight
  }

  return {
    run: async (
      key: string,
      work: (signal: AbortSignal) => Promise<T>,
      { signal, fresh = false }: FlightOptions = {},
    ): Promise<T> => {
      signal?.throwIfAborted()
      const current = flights.get(key)
      const isJoinable = current !== undefined && (current.fresh || !fresh)
      return join(isJoinable ? current : begin(key, work, fresh), signal)
    },
    /** Running work still answers its current callers, but no new ones. */
    clear: (): void => flights.clear(),
  }
}
