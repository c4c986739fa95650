import { fetchTrusting } from '../../client/index.ts'
import type { ClientSetup } from '../../engine/clients/client-under-test.ts'
import { isLoopbackUrl } from '../../wire/loopback.ts'

/** The setup of a client that checks certificates, and speaks plain http to its own machine alone. */
export function reachingSafely(setup: ClientSetup): ClientSetup {
  const { request, authorityHost, sockets } = setup
  return {
    ...setup,
    request: async (path, init) => {
      const { origin, protocol, href } = new URL(path, authorityHost)
      if (sockets?.origins.includes(origin)) {
        const { signal } = new AbortController()
        const { method, headers, body } = init ?? {}
        const sent = { method: method === 'POST' ? 'POST' : 'GET', redirect: 'manual' } as const
        const text = typeof body === 'string' ? { body } : {}
        const named = Object.fromEntries(new Headers(headers))
        return fetchTrusting(sockets.caPem)(href, { ...sent, ...text, headers: named, signal })
      }
      if (protocol === 'http:' && !isLoopbackUrl(href)) throw new TypeError('fetch failed')
      return request(path, init)
    },
  }
}
