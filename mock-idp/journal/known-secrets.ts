import type { Application } from '../directory/application.ts'
import type { Directory } from '../directory/directory.ts'
import type { Tenant } from '../directory/tenant.ts'

const secretsByTenant = new WeakMap<Tenant, readonly string[]>()

/** The client secrets that somebody who asks this tenant, or none, can send by mistake: of its own clients, or of all. */
export function secretsKnownTo(
  tenant: Tenant | undefined,
  directory: Directory,
): readonly string[] {
  if (tenant) return secretsOf(tenant, directory)
  return [...directory.tenants()].flatMap((one) => secretsOf(one, directory))
}

function secretsOf(tenant: Tenant, directory: Directory): readonly string[] {
  const known = secretsByTenant.get(tenant)
  if (known) return known
  const secrets = new Set<string>()
  const add = (application: Application | undefined) => {
    for (const { value } of application?.secrets ?? []) secrets.add(value)
  }
  for (const application of tenant.applications.values()) add(application)
  // Agent identities, of which there can be very many, are no applications.
  for (const { kind, appId } of tenant.principals.values()) {
    if (kind !== 'agentIdentity') add(directory.findApplication(appId))
  }
  const values = [...secrets]
  secretsByTenant.set(tenant, values)
  return values
}
