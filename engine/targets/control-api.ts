import type { JournalEntry } from '../../mock-idp/index.ts'
import type { Send } from '../requests/wire-request.ts'
import type { Power } from './target.ts'

/** The control API of a mock, in process or behind a port. */
export function controlApi(request: Send, controlToken?: string): Power {
  const authorization =
    controlToken === undefined ? {} : { authorization: `Bearer ${controlToken}` }
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await request(`/_mock/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        // A scenario describes its tenants itself.
        prefer: 'return=minimal',
        ...authorization,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} /_mock/${path}: ${answer.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  const requests = async (query: string) => {
    const answer = (await call('GET', `requests?${query}`)) as {
      readonly requests: readonly JournalEntry[]
    }
    return answer.requests
  }
  return {
    createTenant: async (description) => void (await call('POST', 'tenants', description)),
    replaceTenant: async (description) =>
      void (await call('PUT', `tenants/${description.tenantId}`, description)),
    removeTenant: async (tenantId) => void (await call('DELETE', `tenants/${tenantId}`)),
    journal: (tenantId) => requests(`tenant=${tenantId}`),
    requestsOfClient: (clientId) => requests(`client=${encodeURIComponent(clientId)}`),
    setClock: async (tenantId, change) =>
      void (await call('PUT', `clock?tenant=${tenantId}`, change)),
    addFault: async (tenantId, fault) =>
      void (await call('POST', `faults?tenant=${tenantId}`, fault)),
    clearFaults: async (tenantId) => void (await call('DELETE', `faults?tenant=${tenantId}`)),
    setLifetimes: async (tenantId, change) =>
      void (await call('PUT', `lifetimes?tenant=${tenantId}`, change)),
    setChaos: async (tenantId, seed) =>
      void (await call('PUT', `chaos?tenant=${tenantId}`, { seed })),
    setSignIn: async (tenantId, change) =>
      void (await call('PUT', `sign-in?tenant=${tenantId}`, change)),
    rotateKey: async (tenantId) => void (await call('POST', `keys?tenant=${tenantId}`)),
    graphToken: async (tenantId, choice) => {
      const made = await call('POST', `graph-tokens?tenant=${tenantId}`, choice)
      return (made as { readonly token: string }).token
    },
    orderToken: async (tenantId, choice) => {
      const made = await call('POST', `tokens?tenant=${tenantId}`, choice)
      return (made as { readonly token: string }).token
    },
    setLag: async (tenantId, change) => void (await call('PUT', `lag?tenant=${tenantId}`, change)),
    relax: async (tenantId, relaxedRules) =>
      void (await call('PUT', `rules?tenant=${tenantId}`, { relaxedRules })),
    reset: async (tenantId) => void (await call('POST', `reset?tenant=${tenantId}`)),
  }
}
