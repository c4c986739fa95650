import { buildTenant } from '../directory/build-tenant.ts'
import { complete } from '../directory/complete.ts'
import type { TenantDescription } from '../directory/description.ts'
import { createDirectory } from '../directory/directory.ts'
import { contoso, seededDirectory } from '../directory/seed.ts'
import { seedIds } from '../directory/seed-ids.ts'
import { createIssuerNames } from '../http/issuer-names.ts'
import { nodePlatform } from '../keys/node-platform.ts'
import { createSandboxes } from '../sandbox/sandboxes.ts'
import { createForgeries } from '../tokens/forgeries.ts'
import type { World } from '../world.ts'
import { nowMs, seededRandom, storedSigningKey } from './mock-world.ts'

export type Opening = {
  readonly change?: (tenant: TenantDescription) => TenantDescription
  readonly waivedRules?: readonly string[]
  /** Changes what tokens say. */
  readonly tamper?: World['tamper']
}

/** The world of the seeded tenants without HTTP around it. The clock stands still until it is moved. */
export async function openWorld({ change, waivedRules, tamper }: Opening = {}) {
  const directory = createDirectory()
  const keys = [await nodePlatform.importSigningKey(await storedSigningKey())]
  const sandboxes = createSandboxes(keys, () => nowMs)
  const described = seededDirectory().tenants.map((tenant) =>
    complete(tenant.tenantId === seedIds.contoso && change ? change(contoso(seedIds)) : tenant),
  )
  for (const tenant of described) {
    directory.put(await buildTenant(tenant, nodePlatform.readCertificate))
    sandboxes.open(tenant.tenantId)
  }
  directory.watch({
    change: (tenant, changes) => sandboxes.of(tenant.id).lag.hide(tenant, changes),
  })
  const world: World = {
    directory,
    platform: nodePlatform,
    random: seededRandom(7),
    realNowMs: () => nowMs,
    sleep: async () => {},
    issuerNames: createIssuerNames(),
    facilitiesOf: sandboxes.of,
    fetchIssuerKeys: () => Promise.reject(new Error('nothing is fetched')),
    forgeries: createForgeries(),
    waivedRules: new Set(waivedRules),
    ...(tamper && { tamper }),
  }
  return { world, sandboxes }
}
