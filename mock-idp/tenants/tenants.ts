import { accessPolicy } from '../directory/build-access-policies.ts'
import { buildTenant } from '../directory/build-tenant.ts'
import { complete } from '../directory/complete.ts'
import { describeTenant } from '../directory/describe-tenant.ts'
import type { CompleteTenantDescription } from '../directory/description.ts'
import { type Directory, DirectoryConflict } from '../directory/directory.ts'
import { DirectoryProblem } from '../directory/directory-problem.ts'
import type { NamedTenantDescription } from '../directory/named-description.ts'
import { sandboxTenant } from '../directory/seed.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { CryptoPlatform } from '../keys/crypto-platform.ts'
import { once } from '../ports/once.ts'
import type { Random } from '../ports/random.ts'
import type { Sandbox, Sandboxes } from '../sandbox/sandboxes.ts'

/** Makes and changes tenants: objects in the directory, and the sandbox beside them. */
export type Tenants = {
  /**
   * Adds a tenant. Without a description: one like Contoso, under new ids.
   * @throws {DirectoryConflict} if its id, a domain or an application id is taken
   */
  readonly create: (description?: NamedTenantDescription) => Promise<CompleteTenantDescription>
  /** Adds a tenant without validating its description. */
  readonly add: (description: CompleteTenantDescription) => Promise<void>
  /** Replaces the objects of a tenant; its clock, journal and keys stay. */
  readonly replace: (description: NamedTenantDescription) => Promise<CompleteTenantDescription>
  /** Resets the objects, clock, keys, lifetimes, faults, chaos and journal to how they were when the tenant was made. */
  readonly reset: (tenantId: string) => Promise<void>
  /** Removes a tenant and its sandbox. */
  readonly remove: (tenantId: string) => void
  /** Turns these inferred rules off for a tenant. */
  readonly relax: (tenantId: string, ruleIds: readonly string[]) => void
  /**
   * Replaces the policies of Conditional Access of a tenant.
   * @throws {DirectoryProblem} if one of them names what the tenant does not have, or asks agents for factors
   */
  readonly setAccessPolicies: (tenantId: string, policies: DescribedPolicies) => Promise<void>
  /** Describes a tenant as it is now, with the objects made through Microsoft Graph as far as a description can hold them. */
  readonly describe: (tenantId: string) => CompleteTenantDescription
  /** Every tenant's description, in the order in which they were made. */
  readonly all: () => readonly CompleteTenantDescription[]
  /** The clock, lifetimes, faults, chaos, lag, keys and journal of a tenant. */
  readonly sandboxOf: (tenantId: string) => Sandbox
}

type DescribedPolicies = CompleteTenantDescription['accessPolicies']

/**
 * How to write the description that each tenant was made from, by its id. Code that hears of a tenant finds it here.
 * Most tenants are never reset, and a description takes as much memory as the tenant.
 */
export type TenantOrigins = Map<string, Origin>

export type Origin = () => CompleteTenantDescription

/** Of a tenant like Contoso under new ids: nothing but the ids, which the tenant has too. */
function sandboxOrigin({ guid }: Random): Origin {
  const ids: string[] = []
  sandboxTenant(() => {
    ids.push(guid())
    return ids.at(-1) ?? ''
  })
  return () => {
    const left = ids.values()
    return complete(sandboxTenant(() => left.next().value ?? ''))
  }
}

/** A description as text, a third of what its objects take. */
export function originFrom(description: CompleteTenantDescription): Origin {
  const text = JSON.stringify(description)
  return () => JSON.parse(text) as CompleteTenantDescription
}

export function originFor(origins: TenantOrigins, tenantId: string): Origin {
  const origin = origins.get(tenantId)
  if (!origin) throw new TypeError(`no origin of the tenant ${tenantId}`)
  return origin
}

/** The schema library takes longer to load than a token takes to issue, so it waits until somebody needs it. */
const loadParser = once(() => import('../directory/parse-directory.ts'))

const loadPolicyMistakes = once(() => import('../directory/access-policy-mistakes.ts'))

type Parts = {
  readonly directory: Directory
  readonly sandboxes: Sandboxes
  readonly platform: CryptoPlatform
  readonly random: Random
  readonly origins: TenantOrigins
}

export function createTenants(parts: Parts): Tenants {
  const { directory, sandboxes, platform, random, origins } = parts
  const store = async (description: CompleteTenantDescription, origin: Origin) => {
    const tenant = await buildTenant(description, platform.readCertificate)
    const before = origins.get(tenant.id)
    origins.set(tenant.id, origin)
    try {
      directory.put(tenant)
    } catch (error) {
      if (before) origins.set(tenant.id, before)
      else origins.delete(tenant.id)
      throw error
    }
    return description
  }
  const parse = async (description: NamedTenantDescription) => {
    const { parseTenant } = await loadParser()
    const others = [...directory.tenants()].filter(({ id }) => id !== description?.tenantId)
    return parseTenant(description, new Set(others.flatMap(blueprintsOf)), random.guid())
  }
  const found = (tenantId: string) => {
    const tenant = directory.findTenant(tenantId)
    if (!tenant) throw new TypeError(`no tenant ${tenantId}`)
    return tenant
  }

  const add = async (description: CompleteTenantDescription, origin = originFrom(description)) => {
    await store(description, origin)
    sandboxes.open(description.tenantId)
  }

  return {
    describe: (tenantId) => describeTenant(found(tenantId)),
    all: () => [...directory.tenants()].map(describeTenant),
    sandboxOf: sandboxes.of,
    add,
    create: async (description) => {
      const origin =
        description === undefined ? sandboxOrigin(random) : originFrom(await parse(description))
      const made = origin()
      if (directory.findTenant(made.tenantId)) {
        throw new DirectoryConflict(`the tenant id ${made.tenantId}`)
      }
      await add(made, origin)
      return made
    },
    replace: async (given) => {
      const description = await parse(given)
      return store(description, origins.get(description.tenantId) ?? originFrom(description))
    },
    reset: async (tenantId) => {
      const sandbox = sandboxes.of(tenantId)
      const { clock, keys, journal, faults, lifetimes, chaos, lag, signInSettings } = sandbox
      const { refreshTokens, signIns, authorizationCodes, browserSessions, deviceCodes } = sandbox
      const kept = [refreshTokens, signIns, authorizationCodes, browserSessions, deviceCodes]
      const origin = originFor(origins, tenantId)
      await store(origin(), origin)
      for (const clearable of [journal, faults, ...kept]) clearable.clear()
      for (const resettable of [clock, keys, lifetimes, lag, signInSettings]) resettable.reset()
      chaos.set(null)
    },
    remove: (tenantId) => {
      directory.remove(tenantId)
      sandboxes.close(tenantId)
      origins.delete(tenantId)
    },
    setAccessPolicies: async (tenantId, policies) => {
      const { findPolicyMistakes } = await loadPolicyMistakes()
      const tenant = found(tenantId)
      const mistakes = findPolicyMistakes({ ...describeTenant(tenant), accessPolicies: policies })
      if (mistakes.length > 0) throw new DirectoryProblem(mistakes)
      directory.put({ ...tenant, accessPolicies: policies.map(accessPolicy) })
    },
    relax: (tenantId, ruleIds) => {
      directory.put({ ...found(tenantId), relaxedRules: new Set(ruleIds) })
    },
  }
}

function blueprintsOf({ applications }: Tenant): string[] {
  return [...applications.values()].flatMap(({ kind, appId }) =>
    kind === 'blueprint' ? [appId] : [],
  )
}
