import { setTimeout as wait } from 'node:timers/promises'
import type { ClientEvent } from './client-event.ts'

/** The subset of `fetch` that the client uses; the global `fetch` fits. */
export type ClientFetch = (url: string, init: ClientFetchInit) => Promise<Response>

/** What the client asks of `fetch`. */
export type ClientFetchInit = {
  readonly method: 'GET' | 'POST'
  readonly headers: Record<string, string>
  readonly body?: string
  /** The client never follows redirects: a redirected form would send the secret elsewhere. */
  readonly redirect: 'manual'
  readonly signal: AbortSignal
}

/** External functions of the client. Replace them in tests, or to use another network stack. */
export type Ports = {
  /** @default the global `fetch`, looked up at each request */
  readonly fetch: ClientFetch
  /** Epoch milliseconds. @default Date.now */
  readonly now: () => number
  /** Resolves after `ms` milliseconds, rejects as soon as the signal aborts. @default a timer */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  /** @default crypto.randomUUID */
  readonly randomUuid: () => string
  /** Receives progress. The client ignores what it throws. @default none */
  readonly onEvent: (event: ClientEvent) => void
}

const quietly =
  (onEvent: Ports['onEvent']): Ports['onEvent'] =>
  (event) => {
    try {
      onEvent(event)
    } catch {
      // A failing listener must not fail the caller's request.
    }
  }

export const portsFrom = (
  given: {
    readonly [Port in keyof Ports]?: Ports[Port] | undefined
  },
): Ports => ({
  fetch: given.fetch ?? ((url, init) => globalThis.fetch(url, init)),
  now: given.now ?? Date.now,
  sleep: given.sleep ?? ((ms, signal) => wait(ms, undefined, { signal })),
  randomUuid: given.randomUuid ?? (() => globalThis.crypto.randomUUID()),
  onEvent: quietly(given.onEvent ?? (() => {})),
})
