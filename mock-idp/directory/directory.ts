import type { Application } from './application.ts'
import type { Change } from './collections.ts'
import { applyChange } from './index-objects.ts'
import type { Tenant } from './tenant.ts'

/** All tenants of one mock. This is the whole of what others know of the store. */
export type Directory = {
  /** By tenant id or verified domain, in any letter case. */
  readonly findTenant: (idOrDomain: string) => Tenant | undefined
  /** A registration, wherever its home is. */
  readonly findApplication: (appId: string) => Application | undefined
  readonly tenants: () => Iterable<Tenant>
  /**
   * Adds a tenant, or replaces the one with the same id.
   * @throws {DirectoryConflict} if a domain, an application id or an identity header belongs to another tenant
   */
  readonly put: (tenant: Tenant) => void
  readonly remove: (tenantId: string) => void
  /** Changes objects of one tenant, all at once. */
  readonly change: (tenantId: string, changes: readonly Change[]) => void
  /** Is told of everything that is put, removed and changed from now on, before it happens. */
  readonly watch: (watcher: DirectoryWatcher) => void
}

/** Told before each change, when the directory still shows what was. A watcher that throws prevents it. */
export type DirectoryWatcher = {
  readonly put?: (tenant: Tenant) => void
  readonly remove?: (tenantId: string) => void
  readonly change?: (tenant: Tenant, changes: readonly Change[]) => void
}

/** Two tenants claim the same name. The directory is unchanged. */
export class DirectoryConflict extends Error {
  constructor(what: string) {
    super(
      `${what} already belongs to another tenant; choose another one, or remove that tenant first`,
    )
    this.name = 'DirectoryConflict'
  }
}

export function createDirectory(): Directory {
  const tenants = new Map<string, Tenant>()
  const tenantIdByDomain = new Map<string, string>()
  const tenantIdByIdentityHeader = new Map<string, string>()
  const applications = new Map<string, Application>()
  const watchers: DirectoryWatcher[] = []

  const refuseConflicts = (tenant: Tenant) => {
    const taken = tenant.domains.find(
      (domain) => (tenantIdByDomain.get(domain) ?? tenant.id) !== tenant.id,
    )
    if (taken) throw new DirectoryConflict(`the domain ${taken}`)
    for (const { appId } of tenant.applications.values()) {
      const home = applications.get(appId)?.homeTenantId ?? tenant.id
      if (home !== tenant.id) throw new DirectoryConflict(`the application id ${appId}`)
    }
    const headerOwner = tenantIdByIdentityHeader.get(tenant.identityHeader) ?? tenant.id
    if (headerOwner !== tenant.id) throw new DirectoryConflict('this identityHeader')
  }
  const forgetNames = (tenantId: string) => {
    const tenant = tenants.get(tenantId)
    for (const domain of tenant?.domains ?? []) tenantIdByDomain.delete(domain)
    if (tenant) tenantIdByIdentityHeader.delete(tenant.identityHeader)
    for (const appId of tenant?.applications.keys() ?? []) applications.delete(appId)
  }

  return {
    findTenant: (name) => {
      const key = name.toLowerCase()
      return tenants.get(key) ?? tenants.get(tenantIdByDomain.get(key) ?? '')
    },
    findApplication: (appId) => applications.get(appId),
    tenants: () => tenants.values(),
    put: (tenant) => {
      refuseConflicts(tenant)
      for (const watcher of watchers) watcher.put?.(tenant)
      forgetNames(tenant.id)
      tenants.set(tenant.id, tenant)
      for (const domain of tenant.domains) tenantIdByDomain.set(domain, tenant.id)
      tenantIdByIdentityHeader.set(tenant.identityHeader, tenant.id)
      for (const application of tenant.applications.values()) {
        applications.set(application.appId, application)
      }
    },
    remove: (tenantId) => {
      for (const watcher of watchers) watcher.remove?.(tenantId)
      forgetNames(tenantId)
      tenants.delete(tenantId)
    },
    change: (tenantId, changes) => {
      const tenant = tenants.get(tenantId)
      if (!tenant) throw new TypeError(`no tenant ${tenantId}`)
      for (const watcher of watchers) watcher.change?.(tenant, changes)
      for (const change of changes) {
        applyChange(tenant, change)
        if (change.collection !== 'applications') continue
        if (change.value) applications.set(change.key, change.value)
        else applications.delete(change.key)
      }
      // A new object with the same maps: what was remembered of the tenant is remembered of the old one.
      tenants.set(tenantId, { ...tenant })
    },
    watch: (watcher) => {
      watchers.push(watcher)
    },
  }
}
