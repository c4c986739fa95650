import type { TenantDescription } from '../../mock-idp/index.ts'
import type { CastName, ClientName, TenantName } from './names.ts'

/** A certificate and its private key, both PEM. */
export type KeyPair = { readonly certificatePem: string; readonly privateKeyPem: string }

/** Who the names of the features are. Whatever a target does not have ends the scenario as not testable. */
export type Directory = {
  readonly authorityHost: string
  readonly tenantId: (tenant: TenantName) => string
  /** `client_id` of a client; the application id of a resource. */
  readonly clientId: (name: CastName) => string
  /** `oid`: the principal of a client in a tenant. */
  readonly objectId: (name: CastName, tenant: TenantName) => string
  /** The identifier URI of a resource. */
  readonly address: (resource: CastName) => string
  readonly secret: (client: ClientName) => string
  readonly keyPair: (client: ClientName) => Promise<KeyPair>
  /** Whether its certificate is registered already. */
  readonly hasCertificate: (client: ClientName) => boolean
  readonly assertion: (client: ClientName) => Promise<string>
  /** How a client proves itself when the scenario does not say how: a phrase of `credentials/`. */
  readonly usualCredential: (client: ClientName) => string
  /** Changes the objects of a tenant: before the first request as a draft, after it for good. */
  readonly change: (tenant: TenantName, edit: Edit) => Promise<void>
  /** Makes the tenants that the scenario speaks of. */
  readonly ready: () => Promise<void>
  /** Ids of the tenants made so far. */
  readonly madeTenants: () => readonly string[]
  readonly close: () => Promise<void>
}

export type Edit = (draft: TenantDescription) => void
