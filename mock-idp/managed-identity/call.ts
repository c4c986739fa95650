import type { Tenant } from '../directory/tenant.ts'
import { type FoundIdentity, findIdentity } from './find-identity.ts'

/** A request to one of the two endpoints. `tenantName` is set where the path names a tenant. */
export type ManagedIdentityRequest = {
  readonly method: string
  /** The header that the endpoint demands: `Metadata` or `X-IDENTITY-HEADER`. */
  readonly header: string | undefined
  readonly query: URLSearchParams
  readonly tenantName: string | undefined
  readonly origin: string
}

/** What the rules of both endpoints look at. */
export type Call = {
  readonly method: string
  readonly hasMetadataHeader: boolean
  readonly headerAccepted: boolean
  readonly resource: string | undefined
  readonly found: FoundIdentity | undefined
  readonly identityFound: boolean
  /** Whose journal hears of the request. */
  readonly asked: Tenant | undefined
}

/** @param tenants those whose identities the endpoint may give tokens of */
export function readCall(
  { method, query }: ManagedIdentityRequest,
  tenants: readonly Tenant[],
  header: Pick<Call, 'hasMetadataHeader' | 'headerAccepted'>,
): Call {
  const selector = {
    clientId: query.get('client_id'),
    principalId: query.get('object_id') ?? query.get('principal_id'),
    resourceId: query.get('msi_res_id') ?? query.get('mi_res_id'),
  }
  const found = findIdentity(selector, tenants)
  const [only] = tenants.length === 1 ? tenants : []
  return {
    ...header,
    method,
    resource: query.get('resource') ?? undefined,
    found,
    identityFound: found !== undefined,
    asked: found?.tenant ?? only,
  }
}
