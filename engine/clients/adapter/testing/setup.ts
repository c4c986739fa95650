import type { ClientSetup } from '../../client-under-test.ts'

/** The setup of a scenario; nothing listens at its addresses. */
export function setup(changes: Partial<ClientSetup> = {}): ClientSetup {
  return {
    authorityHost: 'https://localhost:8443',
    httpUrl: 'http://localhost:8080',
    caFile: '/ca.pem',
    tenantId: 'tenant',
    cloud: 'public',
    blueprintClientId: 'blueprint',
    credential: { type: 'secret', value: 'my-secret' },
    request: async () => new Response(),
    nowMs: () => 0,
    passTime: async () => {},
    ...changes,
  }
}
