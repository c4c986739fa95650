import type { Directory } from '../../directory/directory.ts'
import type { Tenant } from '../../directory/tenant.ts'

/** A tenant, and the directory in which its guests have their homes. */
export type GraphTenant = Tenant & {
  readonly directory: Pick<Directory, 'findApplication' | 'findTenant'>
}

const seen = new WeakMap<Tenant, GraphTenant>()

/** The same object each time, as long as the tenant does not change: what is remembered of it is remembered by object. */
export function inDirectory(tenant: Tenant, directory: Directory): GraphTenant {
  const known = seen.get(tenant)
  if (known?.directory === directory) return known
  const made = { ...tenant, directory }
  seen.set(tenant, made)
  return made
}
