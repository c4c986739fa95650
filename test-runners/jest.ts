/**
 * Jest with a tenant of the mock for each test.
 *
 * @module
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
import type { NamedTenantDescription } from '../mock-idp/index.ts'
import { type Mock, startMock } from './mock.ts'
import { judgeRefusal } from './refusal.ts'
import type { TestTenant } from './test-tenant.ts'

export { type Mock, startMock } from './mock.ts'
export type { TestTenant, TestTokenOrder } from './test-tenant.ts'

/** On a machine that does much else, a process takes longer to start than Jest waits. */
const startTimeoutMs = 60_000

/**
 * Gives each test of a file, or of a `describe`, a tenant of its own: the one described, or one like Contoso.
 *
 * @example
 * ```ts
 * import { useTenant } from 'agentid-conformance/jest'
 *
 * const tenant = useTenant({ blueprints: ['Planner'], agentIdentities: ['Scheduler'] })
 *
 * test('the clock of the tenant moves', async () => {
 *   await tenant.advance(3600)
 * })
 *
 * declare function test(name: string, body: () => Promise<void>): void
 * ```
 */
export function useTenant(description?: NamedTenantDescription): TestTenant {
  let mock: Mock | undefined
  let tenant: TestTenant | undefined
  beforeAll(async () => {
    mock = await startMock()
  }, startTimeoutMs)
  beforeEach(async () => {
    tenant = await mock?.tenant(description)
  })
  afterEach(async () => {
    await tenant?.remove()
    tenant = undefined
  })
  afterAll(async () => mock?.stop())
  const current = () => {
    if (tenant) return tenant
    throw new Error('useTenant: there is a tenant only while a test runs')
  }
  return {
    get tenantId() {
      return current().tenantId
    },
    get env() {
      return current().env
    },
    advance: (seconds) => current().advance(seconds),
    fault: (fault) => current().fault(fault),
    journal: () => current().journal(),
    token: (order) => current().token(order),
    remove: () => current().remove(),
  }
}

expect.extend({ toHaveBeenRefused: judgeRefusal })

declare module 'expect' {
  interface Matchers<R> {
    /** Of a tenant or an answer: that a request was refused, under this rule if you name one. */
    toHaveBeenRefused(ruleId?: string): Promise<void>
  }
}
