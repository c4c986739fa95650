import { isGuid } from './guid.ts'
import type { Tenant } from './tenant.ts'

const domainName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i

/** The names that mean every tenant at once. */
const sharedNames: readonly string[] = ['common', 'organizations', 'consumers']

export function isSharedName(name: string): boolean {
  return sharedNames.includes(name.toLowerCase())
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
