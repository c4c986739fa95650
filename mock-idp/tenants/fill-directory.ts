import { complete } from '../directory/complete.ts'
import type { Directory } from '../directory/directory.ts'
import { DirectoryNotKept } from '../directory/directory-not-kept.ts'
import type { DirectoryDescription } from '../directory/named-description.ts'
import { seededDirectory } from '../directory/seed.ts'
import { seedIds } from '../directory/seed-ids.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { DirectoryState } from '../ports/directory-state.ts'
import type { Sandboxes } from '../sandbox/sandboxes.ts'
import { originFor, originFrom, type TenantOrigins, type Tenants } from './tenants.ts'

/** What a mock begins with. */
type Beginning = {
  readonly directory?: DirectoryDescription
  readonly conciergeCertificatePem?: string
  readonly state?: DirectoryState
}

type Parts = {
  readonly directory: Directory
  readonly sandboxes: Sandboxes
  readonly origins: TenantOrigins
  readonly tenants: Tenants
}

/** Fills a new directory, from the state where it keeps one, and keeps in it what happens from then on. */
export async function fillDirectory(parts: Parts, beginning: Beginning): Promise<void> {
  const { directory, sandboxes, origins, tenants } = parts
  const { state } = beginning
  const loaded = state?.load()
  for (const { tenant, origin } of loaded ?? []) {
    origins.set(tenant.id, originFrom(origin))
    directory.put(tenant)
    sandboxes.open(tenant.id)
  }
  if (!loaded) {
    for (const description of await descriptions(beginning)) await tenants.add(description)
    state?.begin([...directory.tenants()].map(kept))
  }
  if (!state) return
  directory.watch({
    put: (tenant) => keep(() => state.put(kept(tenant))),
    remove: (tenantId) => keep(() => state.remove(tenantId)),
    change: ({ id }, changes) => keep(() => state.change(id, changes)),
  })

  function kept(tenant: Tenant) {
    return { tenant, origin: originFor(origins, tenant.id)() }
  }
}

function keep(work: () => void): void {
  try {
    work()
  } catch (error) {
    throw new DirectoryNotKept(error)
  }
}

async function descriptions({ directory, conciergeCertificatePem: pem }: Beginning) {
  if (directory) {
    const { parseDirectory } = await import('../directory/parse-directory.ts')
    return parseDirectory(directory)
  }
  const tenants = seededDirectory().tenants.map(complete)
  if (pem === undefined) return tenants
  return tenants.map((tenant) => ({
    ...tenant,
    blueprints: tenant.blueprints.map((blueprint) =>
      blueprint.appId === seedIds.concierge ? { ...blueprint, certificates: [{ pem }] } : blueprint,
    ),
  }))
}
