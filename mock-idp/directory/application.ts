import type { CertificateCredential, ClientSecret, FederatedCredential } from './credential.ts'

/** Who may use an application: its own tenant, or any tenant in which it has a principal. */
export type SignInAudience = 'AzureADMyOrg' | 'AzureADMultipleOrgs'

/** An application registration in its home tenant. A blueprint is one that may have agent identities. */
export type Application = {
  readonly kind: 'blueprint' | 'application'
  readonly appId: string
  readonly displayName: string
  readonly homeTenantId: string
  readonly signInAudience: SignInAudience
  readonly enabled: boolean
  readonly createdMs: number
  readonly secrets: readonly ClientSecret[]
  readonly certificates: readonly CertificateCredential[]
  readonly federatedCredentials: readonly FederatedCredential[]
}
