import { type HttpHandler, http } from 'msw'
import { entraHosts, graphHosts } from '../mock-idp/directory/clouds.ts'
import type { MockIdp } from '../mock-idp/index.ts'

/** Where a virtual machine finds its managed identity endpoint. */
const instanceMetadata = 'http://169.254.169.254'

/**
 * Handlers for Mock Service Worker that answer the real host names of Microsoft Entra and Microsoft Graph, and the
 * managed identity endpoint of a virtual machine, from a mock in the same process. Clients keep their default
 * authority. Handlers of your own for paths of Graph that the mock does not know go before these.
 * Works with msw 2 and whatever it intercepts: fetch, `node:http` and `node:https`.
 *
 * @example
 * ```ts
 * import { createMockIdp } from 'agentid-conformance'
 * import { mockIdpHandlers } from 'agentid-conformance/msw'
 * import { setupServer } from 'msw/node'
 *
 * const server = setupServer(...mockIdpHandlers(await createMockIdp()))
 * server.listen({ onUnhandledRequest: 'error' })
 * ```
 */
export function mockIdpHandlers(idp: MockIdp): readonly HttpHandler[] {
  const hosts = [...entraHosts, ...graphHosts]
  const origins = [...hosts.map((host) => `https://${host}`), instanceMetadata]
  return origins.map((origin) => http.all(`${origin}/*`, ({ request }) => idp.fetch(request)))
}
