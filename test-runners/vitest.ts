/**
 * Vitest with a tenant of the mock for each test.
 *
 * @module
 */
import { type ExpectStatic, type TestAPI, test as vitest, expect as vitestExpect } from 'vitest'
import type { NamedTenantDescription } from '../mock-idp/index.ts'
import { type Mock, startMock } from './mock.ts'
import { judgeRefusal } from './refusal.ts'
import type { TestTenant } from './test-tenant.ts'

export { type Mock, startMock } from './mock.ts'
export type { TestTenant, TestTokenOrder } from './test-tenant.ts'

/** What a test of Vitest may ask for. */
export type AgentidFixtures = {
  /** The mock of this worker. */
  readonly agentidMock: Mock
  /** Describes `tenant`. Default: one like Contoso. */
  readonly tenantDescription: NamedTenantDescription | undefined
  /** A tenant for this test alone. */
  readonly tenant: TestTenant
}

/** The `test` of Vitest, with a tenant for each test that asks for one. */
export const test: TestAPI<AgentidFixtures> = vitest.extend<AgentidFixtures>({
  agentidMock: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from it what a fixture needs.
    async ({}, use) => {
      const mock = await startMock()
      await use(mock)
      await mock.stop()
    },
    { scope: 'worker' },
  ],
  tenantDescription: undefined,
  tenant: async ({ agentidMock, tenantDescription }, use) => {
    const tenant = await agentidMock.tenant(tenantDescription)
    await use(tenant)
    await tenant.remove()
  },
})

vitestExpect.extend({ toHaveBeenRefused: judgeRefusal })

/** The `expect` of Vitest, with `toHaveBeenRefused` for a tenant or an answer. */
export const expect: ExpectStatic = vitestExpect

declare module 'vitest' {
  interface Matchers<T> {
    /** Of a tenant or an answer: that a request was refused, under this rule if you name one. */
    toHaveBeenRefused(ruleId?: string): Promise<void>
  }
}
