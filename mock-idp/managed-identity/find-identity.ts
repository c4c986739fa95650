import type { ManagedIdentity } from '../directory/principal.ts'
import type { Tenant } from '../directory/tenant.ts'

/** How a request picks one of the identities of its machine. None of them: the system-assigned one. */
export type IdentitySelector = {
  readonly clientId: string | null
  readonly principalId: string | null
  readonly resourceId: string | null
}

export type FoundIdentity = { readonly tenant: Tenant; readonly identity: ManagedIdentity }

/** The first identity that fits, in the order of the tenants. */
export function findIdentity(
  selector: IdentitySelector,
  tenants: readonly Tenant[],
): FoundIdentity | undefined {
  for (const tenant of tenants) {
    const identity = [...tenant.managedIdentities.values()].find(
      (one) => one.enabled && fits(selector, one),
    )
    if (identity) return { tenant, identity }
  }
  return undefined
}

function fits(
  { clientId, principalId, resourceId }: IdentitySelector,
  one: ManagedIdentity,
): boolean {
  if (clientId !== null) return one.appId === clientId.toLowerCase()
  if (principalId !== null) return one.id === principalId.toLowerCase()
  if (resourceId !== null) return resourceId.endsWith(`/${one.displayName}`)
  return one.systemAssigned
}
