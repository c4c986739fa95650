import { enforce } from '../answers/enforce.ts'
import { tenantNameFacts } from '../directory/tenant-name.ts'
import { tenantRules } from '../rules/tenant.ts'
import type { Session, TenantSession } from './session.ts'

/** @throws {Refusal} under the first TENANT rule that is broken */
export function findTenant(session: Session): TenantSession {
  const { tenant, request, examination } = session
  const { tenantName = '' } = request
  enforce(tenantRules, tenantNameFacts(tenantName, tenant), examination)
  if (!tenant) throw new TypeError(`no tenant '${tenantName}'`)
  return { ...session, tenant }
}
