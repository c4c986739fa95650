import type { ClientFetch } from '../../client/index.ts'
import { createMockIdp } from '../../mock-idp/node.ts'

/** The mock, reached without a port, and the variables that describe its first tenant. */
export async function mockNetwork(): Promise<{
  readonly fetch: ClientFetch
  readonly env: Readonly<Record<string, string>>
}> {
  const idp = await createMockIdp()
  return {
    fetch: (url, init) => idp.fetch(new Request(url, init)),
    env: {
      AGENTID_AUTHORITY_HOST: 'https://localhost:8443',
      AGENTID_TENANT_ID: '10000000-c0de-4a11-8000-000000000001',
      AGENTID_BLUEPRINT_CLIENT_ID: '20000000-c0de-4a11-8000-000000000001',
      AGENTID_BLUEPRINT_SECRET: 'concierge-secret-for-tests-only',
      AGENTID_AGENT_ID: '30000000-c0de-4a11-8000-000000000001',
    },
  }
}
