import type { Tenant } from './directory/tenant.ts'
import type { World } from './world.ts'

const secretsByTenant = new WeakMap<Tenant, readonly string[]>()

/** The client secrets that somebody who asks this tenant, or none, can send by mistake: of its own clients, or of all. */
export function secretsKnownTo(tenant: Tenant | undefined, world: World): readonly string[] {
  if (tenant) return secretsOf(tenant, world)
  return [...world.directory.tenants()].flatMap((one) => secretsOf(one, world))
}

function secretsOf(tenant: Tenant, { directory }: World): readonly string[] {
  const known = secretsByTenant.get(tenant)
  if (known) return known
  const applications = [
    ...tenant.applications.values(),
    ...[...tenant.principals.values()].flatMap(
      ({ appId }) => directory.findApplication(appId) ?? [],
    ),
  ]
  const values = applications.flatMap(({ secrets }) => secrets.map(({ value }) => value))
  const secrets = [...new Set(values)]
  secretsByTenant.set(tenant, secrets)
  return secrets
}
