import { readFileSync } from 'node:fs'
import type { NamedTenantDescription } from '../mock-idp/index.ts'
import { askMock, type MockAddress } from './ask-mock.ts'
import { serveMock } from './serve-mock.ts'
import { openTenant, type TestTenant } from './test-tenant.ts'
import { trustHere } from './trust-here.ts'

/** A mock for tests. */
export type Mock = {
  /** For example `https://localhost:8443`. */
  readonly authorityHost: string
  /** Variables by which other processes use this mock: the workers of the tests, and the programs that they start. */
  readonly env: Readonly<Record<string, string>>
  /** Makes a tenant: the one described, or one like Contoso under new ids. */
  readonly tenant: (description?: NamedTenantDescription) => Promise<TestTenant>
  /** Ends the mock, unless it ran before. */
  readonly stop: () => Promise<void>
}

/**
 * Starts a mock in a process of its own, and makes this process trust it. It ends with this process.
 * If `AGENTID_MOCK_URL` names a mock that runs, it uses that one.
 *
 * @example
 * ```ts
 * import { startMock } from 'agentid-conformance/vitest'
 *
 * const mock = await startMock()
 * const { tenantId } = await mock.tenant()
 * console.log(mock.authorityHost, tenantId)
 * await mock.stop()
 * ```
 */
export async function startMock(): Promise<Mock> {
  const { AGENTID_MOCK_URL: url, AGENTID_CA_FILE: caFile } = process.env
  if (!url) return startOwnMock()
  const controlToken = process.env.AGENTID_CONTROL_TOKEN || undefined
  return mockAt(
    { authorityHost: originOf(url), caFile: caFile || undefined, controlToken },
    async () => {},
  )
}

async function startOwnMock(): Promise<Mock> {
  const { authorityHost, caFile, stop } = await serveMock()
  return mockAt({ authorityHost, caFile, controlToken: undefined }, stop)
}

type Place = Omit<MockAddress, 'ca'> & { readonly caFile: string | undefined }

function mockAt({ authorityHost, caFile, controlToken }: Place, stop: Mock['stop']): Mock {
  const ca = caFile === undefined ? undefined : readFileSync(caFile, 'utf8')
  if (ca !== undefined) trustHere(ca)
  const address = { authorityHost, ca, controlToken }
  const env = {
    AGENTID_MOCK_URL: authorityHost,
    ...(caFile !== undefined && { AGENTID_CA_FILE: caFile, NODE_EXTRA_CA_CERTS: caFile }),
  }
  return {
    authorityHost,
    env: { ...env, ...(controlToken !== undefined && { AGENTID_CONTROL_TOKEN: controlToken }) },
    tenant: async (description) => {
      const made = await askMock(address, { method: 'POST', path: 'tenants', body: description })
      return openTenant(address, made, env)
    },
    stop,
  }
}

function originOf(url: string): string {
  const { protocol, origin } = URL.canParse(url) ? new URL(url) : { protocol: '', origin: '' }
  if (protocol === 'https:') return origin
  throw new Error(
    `AGENTID_MOCK_URL: expected the https URL of a mock, such as https://localhost:8443, got ${url}`,
  )
}
