import type { ManagedIdentity } from '../directory/principal.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { SeenRequest } from '../http/see-request.ts'

/** A managed identity, and the tenant that it is of. */
export type FoundIdentity = { readonly tenant: Tenant; readonly identity: ManagedIdentity }

/** What the rules of both endpoints look at. */
export type Call = {
  readonly method: string
  readonly hasMetadataHeader: boolean
  readonly isForwarded: boolean
  readonly headerAccepted: boolean
  readonly hasApiVersion: boolean
  readonly resource: string | undefined
  readonly found: FoundIdentity | undefined
  readonly identityFound: boolean
  /** Whose journal hears of the request. */
  readonly asked: Tenant | undefined
}

/** @param tenants those whose identities the endpoint may give tokens of */
export function readCall(
  { method, query }: SeenRequest,
  tenants: readonly Tenant[],
  header: Pick<Call, 'hasMetadataHeader' | 'isForwarded' | 'headerAccepted'>,
): Call {
  const named = (name: string) => query?.get(name) ?? undefined
  const selector = {
    clientId: named('client_id'),
    principalId: named('object_id') ?? named('principal_id'),
    resourceId: named('msi_res_id') ?? named('mi_res_id'),
  }
  const found = findIdentity(selector, tenants)
  const [only] = tenants.length === 1 ? tenants : []
  return {
    ...header,
    method,
    hasApiVersion: Boolean(named('api-version')),
    resource: named('resource'),
    found,
    identityFound: found !== undefined,
    asked: found?.tenant ?? only,
  }
}

/** How a request picks one of the identities of its machine. None of them: the system-assigned one. */
type IdentitySelector = {
  readonly clientId: string | undefined
  readonly principalId: string | undefined
  readonly resourceId: string | undefined
}

/** The first identity that fits, in the order of the tenants. */
function findIdentity(
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
  if (clientId !== undefined) return one.appId === clientId.toLowerCase()
  if (principalId !== undefined) return one.id === principalId.toLowerCase()
  if (resourceId !== undefined) return resourceId.endsWith(`/${one.displayName}`)
  return one.systemAssigned
}
