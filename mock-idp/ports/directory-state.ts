import type { Change } from '../directory/collections.ts'
import type { CompleteTenantDescription } from '../directory/description.ts'
import type { Tenant } from '../directory/tenant.ts'

/** A tenant as it outlives the mock. */
export type KeptTenant = {
  readonly tenant: Tenant
  /** What it was made from, for a reset. */
  readonly origin: CompleteTenantDescription
}

/**
 * Keeps the directory beyond the life of a mock. What `begin`, `put`, `remove` and `change` are told is kept
 * when they return; when they throw, nothing is kept, and the mock does not make the change either.
 */
export type DirectoryState = {
  /** The tenants in the order in which they were made; undefined where nothing was ever kept. */
  readonly load: () => readonly KeptTenant[] | undefined
  /** Keeps the tenants that a mock begins with, all or none. */
  readonly begin: (tenants: readonly KeptTenant[]) => void
  /** Adds a tenant, or replaces the one with the same id in its place. */
  readonly put: (kept: KeptTenant) => void
  readonly remove: (tenantId: string) => void
  /** Changes objects of one tenant, all or none. */
  readonly change: (tenantId: string, changes: readonly Change[]) => void
}
