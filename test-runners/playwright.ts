/**
 * Playwright Test with a tenant of the mock for each test.
 *
 * @module
 */
import { expect as playwrightExpect, test as playwrightTest } from '@playwright/test'
import type { NamedTenantDescription } from '../mock-idp/index.ts'
import { type Mock, startMock } from './mock.ts'
import { judgeRefusal } from './refusal.ts'
import type { TestTenant } from './test-tenant.ts'

export { type Mock, startMock } from './mock.ts'
export type { TestTenant, TestTokenOrder } from './test-tenant.ts'

/** What each test may ask for. */
export type AgentidFixtures = {
  /** Describes `tenant`: `test.use({ tenantDescription: { blueprints: ['Planner'] } })`. Default: one like Contoso. */
  tenantDescription: NamedTenantDescription | undefined
  /** A tenant for this test alone. If the test fails, the journal is attached to its report. */
  tenant: TestTenant
}

/** What the tests of a worker share. */
export type AgentidWorkerFixtures = {
  /** The mock of this worker. */
  agentidMock: Mock
}

/** The `test` of Playwright, with a tenant for each test that asks for one. */
export const test = playwrightTest.extend<AgentidFixtures, AgentidWorkerFixtures>({
  agentidMock: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture needs.
    async ({}, use) => {
      const mock = await startMock()
      await use(mock)
      await mock.stop()
    },
    // A process takes longer to start on a machine that does much else.
    { scope: 'worker', timeout: 60_000 },
  ],
  tenantDescription: [undefined, { option: true }],
  tenant: async ({ agentidMock, tenantDescription }, use, testInfo) => {
    const tenant = await agentidMock.tenant(tenantDescription)
    await use(tenant)
    if (testInfo.status !== testInfo.expectedStatus) {
      const body = JSON.stringify(await tenant.journal(), undefined, 2)
      await testInfo.attach('agentid-journal', { body, contentType: 'application/json' })
    }
    await tenant.remove()
  },
})

/** The `expect` of Playwright, with `toHaveBeenRefused` for a tenant or an answer. */
export const expect = playwrightExpect.extend({
  toHaveBeenRefused: (received: unknown, ruleId?: string) => judgeRefusal(received, ruleId),
})
