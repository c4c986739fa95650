import { buildTenant } from './directory/build-tenant.ts'
import { complete } from './directory/complete.ts'
import type { CompleteTenantDescription, TenantDescription } from './directory/description.ts'
import { type Directory, DirectoryConflict } from './directory/directory.ts'
import { sandboxTenant } from './directory/seed.ts'
import type { Tenant } from './directory/tenant.ts'
import type { CryptoPlatform } from './keys/crypto-platform.ts'
import type { Random } from './random.ts'
import type { Sandbox, Sandboxes } from './sandboxes.ts'

/** Makes and changes tenants: objects in the directory, and the sandbox beside them. */
export type Tenants = {
  /**
   * Adds a tenant. Without a description: one like Contoso, under new ids.
   * @throws {DirectoryConflict} if its id, a domain or an application id is taken
   */
  readonly create: (description?: TenantDescription) => Promise<CompleteTenantDescription>
  /** Adds a tenant whose description is known to be right. */
  readonly add: (description: CompleteTenantDescription) => Promise<void>
  /** Gives a tenant other objects; its clock, journal and keys stay. */
  readonly replace: (description: TenantDescription) => Promise<CompleteTenantDescription>
  /** Objects, clock, keys, lifetimes, faults, chaos and journal as they were when the tenant was made. */
  readonly reset: (tenantId: string) => Promise<void>
  readonly remove: (tenantId: string) => void
  readonly relax: (tenantId: string, ruleIds: readonly string[]) => void
  readonly describe: (tenantId: string) => CompleteTenantDescription
  /** Every tenant's description, in the order in which they were made. */
  readonly all: () => readonly CompleteTenantDescription[]
  readonly sandboxOf: (tenantId: string) => Sandbox
}

type Parts = {
  readonly directory: Directory
  readonly sandboxes: Sandboxes
  readonly platform: CryptoPlatform
  readonly random: Random
}

export function createTenants({ directory, sandboxes, platform, random }: Parts): Tenants {
  const current = new Map<string, CompleteTenantDescription>()
  const store = async (description: CompleteTenantDescription) => {
    directory.put(await buildTenant(description, platform.readCertificate))
    current.set(description.tenantId, description)
    return description
  }
  const parse = async (description: TenantDescription) => {
    // The schema library takes longer to load than a token takes to issue, so it waits until somebody needs it.
    const { parseTenant } = await import('./directory/parse-directory.ts')
    const others = [...directory.tenants()].filter(({ id }) => id !== description?.tenantId)
    return parseTenant(description, new Set(others.flatMap(blueprintsOf)))
  }
  const describe = (tenantId: string) => {
    const description = current.get(tenantId)
    if (!description) throw new TypeError(`no tenant ${tenantId}`)
    return description
  }

  const add = async (description: CompleteTenantDescription) => {
    await store(description)
    sandboxes.open(description)
  }

  return {
    describe,
    all: () => [...current.values()],
    sandboxOf: sandboxes.of,
    add,
    create: async (description) => {
      const made =
        description === undefined ? complete(sandboxTenant(random.guid)) : await parse(description)
      if (directory.findTenant(made.tenantId)) {
        throw new DirectoryConflict(`the tenant id ${made.tenantId}`)
      }
      await add(made)
      return made
    },
    replace: async (description) => store(await parse(description)),
    reset: async (tenantId) => {
      const { origin, clock, keys, journal, faults, lifetimes, chaos, lag } = sandboxes.of(tenantId)
      lag.reset()
      await store(origin)
      for (const clearable of [journal, faults]) clearable.clear()
      for (const resettable of [clock, keys, lifetimes]) resettable.reset()
      chaos.set(null)
    },
    remove: (tenantId) => {
      directory.remove(tenantId)
      sandboxes.close(tenantId)
      current.delete(tenantId)
    },
    relax: (tenantId, ruleIds) => {
      const tenant = directory.findTenant(tenantId)
      if (tenant) directory.put({ ...tenant, relaxedRules: new Set(ruleIds) })
      current.set(tenantId, { ...describe(tenantId), relaxedRules: [...ruleIds] })
    },
  }
}

function blueprintsOf({ applications }: Tenant): string[] {
  return [...applications.values()].flatMap(({ kind, appId }) =>
    kind === 'blueprint' ? [appId] : [],
  )
}
