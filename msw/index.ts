import { type HttpHandler, http } from 'msw'
import { entraHosts, type MockIdp } from '../mock-idp/index.ts'

/** Where a virtual machine finds its managed identity endpoint. */
const instanceMetadata = 'http://169.254.169.254'

/**
 * Handlers for Mock Service Worker that answer Microsoft Entra's real host names, and the managed identity
 * endpoint of a virtual machine, from a mock in the same process. Clients keep their default authority.
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
  const origins = [...entraHosts.map((host) => `https://${host}`), instanceMetadata]
  return origins.map((origin) => http.all(`${origin}/*`, ({ request }) => idp.fetch(request)))
}
