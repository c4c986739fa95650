import type { ClientSettings } from './client-options.ts'
import { createDiscovery, type Discover } from './discovery.ts'
import { createRetry, type Retry } from './retry.ts'
import { createSend, type Send } from './send-request.ts'

/** How the steps reach the identity provider. */
export type Network = {
  readonly send: Send
  readonly retry: Retry
  readonly discover: Discover
  readonly forgetEndpoints: () => void
}

export const createNetwork = (settings: ClientSettings): Network => {
  const { ports, authorityHost, requestTimeoutSeconds } = settings
  const send = createSend(ports, requestTimeoutSeconds)
  const retry = createRetry(ports, settings)
  const { discover, clear } = createDiscovery(authorityHost, { ports, send, retry })
  return { send, retry, discover, forgetEndpoints: clear }
}
