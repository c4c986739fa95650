import type { TenantDescription } from '../../mock-idp/index.ts'
import type { CastName, ClientName, PersonName, TenantName } from './names.ts'

/** A certificate and its private key, both PEM. */
export type KeyPair = { readonly certificatePem: string; readonly privateKeyPem: string }

/** Where the machine of a blueprint gives tokens to its managed identity, in the form of App Service. */
export type IdentityEndpoint = { readonly url: string; readonly header: string }

/** What a scenario made itself, or gave to somebody who was there. */
export type Made = {
  readonly clientId?: string
  /** Of the application. */
  readonly applicationId?: string
  /** Of the principal, or of the agent identity. */
  readonly objectId?: string
  readonly secret?: string
}

/** Who the names of the features are. Whatever a target does not have ends the scenario as not testable. */
export type Directory = {
  readonly authorityHost: string
  readonly tenantId: (tenant: TenantName) => string
  /** `client_id` of a client; the application id of a resource. */
  readonly clientId: (name: CastName) => string
  /** `oid`: the principal of a client in a tenant. */
  readonly objectId: (name: CastName, tenant: TenantName) => string
  /** Of the principal that was there before the scenario made another. */
  readonly firstObjectId: (name: CastName) => string
  /** The object id of a blueprint or an ordinary application. */
  readonly applicationId: (name: CastName) => string
  /** The object id of a user or a group. */
  readonly personId: (name: PersonName) => string
  /** The user principal name of a user. */
  readonly userName: (name: PersonName) => string
  /** A token of a person for their blueprint, by which an agent acts for them. Undefined: a mock makes one for whoever asks. */
  readonly userAssertion: (person: PersonName) => string | undefined
  /** The identifier URI of a resource. */
  readonly address: (resource: CastName) => string
  readonly secret: (client: ClientName) => string
  /** The secret that the scenario added. */
  readonly newSecret: (client: ClientName) => string
  /** What any client has now as a client secret, or was given. Every step asks. */
  readonly secrets: () => readonly string[]
  readonly made: (name: CastName, made: Made) => void
  /** Where Microsoft Graph is. Empty: with the authority. */
  readonly graphOrigin: string
  /** The token of an administrator. Undefined: a mock gives one to whoever asks. */
  readonly graphToken: () => string | undefined
  readonly keyPair: (client: ClientName) => Promise<KeyPair>
  /** Whether its certificate is registered already. */
  readonly hasCertificate: (client: ClientName) => boolean
  /** Whether an issuer outside of the tenant is trusted already, and its assertion at hand. */
  readonly hasAssertion: (client: ClientName) => boolean
  readonly assertion: (client: ClientName) => Promise<string>
  /** Undefined: a mock has one of its own for each tenant. */
  readonly identityEndpoint: () => IdentityEndpoint | undefined
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
