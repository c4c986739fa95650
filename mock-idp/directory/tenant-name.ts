import { isGuid } from './guid.ts'
import type { Tenant } from './tenant.ts'

/** Letter case is free. The names without a dot that mean every tenant at once do not match. */
export const domainName =
  /^(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/

/** The names that mean every tenant at once. */
const sharedNames: readonly string[] = ['common', 'organizations', 'consumers']

export function isSharedName(name: string): boolean {
  return sharedNames.includes(name.toLowerCase())
}

/** The shared names under which people of any organization sign in. Those of `consumers` have no tenant here. */
export function isSignInName(name: string | undefined): boolean {
  return ['common', 'organizations'].includes(name?.toLowerCase() ?? '')
}

/** What the rules on the tenant segment of a path look at. */
export function tenantNameFacts(tenantName: string, tenant: Tenant | undefined) {
  const isShared = isSharedName(tenantName)
  return {
    tenantName,
    isTenantName: isShared || isGuid(tenantName) || domainName.test(tenantName),
    isSharedName: isShared,
    tenantFound: tenant !== undefined,
  }
}
