import { enforce } from '../answers/enforce.ts'
import type { Resource } from '../directory/resource.ts'
import { findResource } from '../directory/tenant.ts'
import { resourceRules } from '../rules/resource.ts'
import type { TenantSession } from './session.ts'

/** @throws {Refusal} under RESOURCE-KNOWN or RESOURCE-ENABLED */
export function namedResource(
  name: string,
  { tenant, examination }: Pick<TenantSession, 'tenant' | 'examination'>,
): Resource {
  const resource = findResource(tenant, name)
  enforce(
    resourceRules.resource,
    {
      resourceName: name,
      tenantName: tenant.displayName,
      resourceFound: resource !== undefined,
      resourceEnabled: resource?.enabled ?? false,
    },
    examination,
  )
  if (!resource) throw new TypeError(`no resource '${name}'`)
  return resource
}
