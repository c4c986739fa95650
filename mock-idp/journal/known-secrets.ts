import type { Application } from '../directory/application.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { World } from '../world.ts'

const secretsByTenant = new WeakMap<Tenant, readonly string[]>()

/** The client secrets that somebody who asks this tenant, or none, can send by mistake: of its own clients, or of all. */
export function secretsKnownTo(tenant: Tenant | undefined, world: World): readonly string[] {
  if (tenant) return secretsOf(tenant, world)
  return [...world.directory.tenants()].flatMap((one) => secretsOf(one, world))
}

function secretsOf(tenant: Tenant, { directory }: World): readonly string[] {
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
