import type { Fault, JournalEntry, TokenOrder } from '../mock-idp/index.ts'
import { askMock, type MockAddress } from './ask-mock.ts'

/** A token as a test wants it, without the requests by which a client would obtain it. */
export type TestTokenOrder = Omit<TokenOrder, 'tenantId' | 'origin'>

/** A tenant for one test: nothing else sees its objects, clock, faults and journal. */
export type TestTenant = {
  readonly tenantId: string
  /** Variables for the program under test: the mock, the tenant, its blueprint and agent identities, and trust in the mock. */
  readonly env: Readonly<Record<string, string>>
  /** Moves the clock of the tenant. */
  readonly advance: (seconds: number) => Promise<void>
  /** Adds a fault to the next answer that it matches. */
  readonly fault: (fault: Fault) => Promise<void>
  /** What the tenant was asked and what it answered, oldest first. Secrets are masked. */
  readonly journal: () => Promise<readonly JournalEntry[]>
  /** Makes a token, good or forged. */
  readonly token: (order: TestTokenOrder) => Promise<string>
  /** Removes the tenant. */
  readonly remove: () => Promise<void>
}

type Made = { readonly tenantId: string; readonly env: Readonly<Record<string, string>> }

/** The tenant that the mock says it made. */
export function openTenant(
  mock: MockAddress,
  made: unknown,
  trust: Readonly<Record<string, string>>,
): TestTenant {
  const { tenantId, env } = made as Made
  const ask = (method: string, path: string, body?: unknown) =>
    askMock(mock, { method, path, query: { tenant: tenantId }, body })
  return {
    tenantId,
    env: { ...env, ...trust },
    advance: async (advanceSeconds) => void (await ask('PUT', 'clock', { advanceSeconds })),
    fault: async (fault) => void (await ask('POST', 'faults', fault)),
    journal: async () => {
      const { requests } = (await ask('GET', 'requests')) as { requests: readonly JournalEntry[] }
      return requests
    },
    token: async (order) => ((await ask('POST', 'tokens', order)) as { token: string }).token,
    remove: async () =>
      void (await askMock(mock, { method: 'DELETE', path: `tenants/${tenantId}` })),
  }
}
