import type { CertificateCredential, ClientSecret, FederatedCredential } from './credential.ts'
import type { Details, Responsible } from './details.ts'

/** Who may use an application: its own tenant, or any tenant in which it has a principal. */
export const signInAudiences = [
  'AzureADMyOrg',
  'AzureADMultipleOrgs',
  'AzureADandPersonalMicrosoftAccount',
  'PersonalMicrosoftAccount',
] as const

export type SignInAudience = (typeof signInAudiences)[number]

/** An application registration in its home tenant. A blueprint is one that may have agent identities. */
export type Application = Responsible & {
  readonly kind: 'blueprint' | 'application'
  /** The object id in the directory. Of a blueprint it is the application id as well, unless the tenant says otherwise. */
  readonly id: string
  readonly appId: string
  readonly displayName: string
  readonly homeTenantId: string
  readonly signInAudience: SignInAudience
  readonly enabled: boolean
  readonly createdMs: number
  readonly identifierUris: readonly string[]
  readonly secrets: readonly ClientSecret[]
  readonly certificates: readonly CertificateCredential[]
  readonly federatedCredentials: readonly FederatedCredential[]
  readonly inheritablePermissions: readonly InheritablePermission[]
  readonly details: Details
}

/** What the agent identities of a blueprint inherit of what its principal was granted for one resource. */
export type InheritablePermission = {
  readonly resourceAppId: string
  readonly inheritableScopes: InheritableScopes | undefined
  readonly inheritableRoles: InheritableRoles | undefined
}

/**
 * Whether it counts as a public client where no redirect URI tells what it is, as in the device code flow
 * (learn.microsoft.com/graph/api/resources/application, isFallbackPublicClient).
 */
export function isFallbackPublicClient({ details }: Pick<Application, 'details'>): boolean {
  return details.isFallbackPublicClient === true
}

type InheritableScopes =
  | { readonly kind: 'allAllowed' }
  | { readonly kind: 'none' }
  | { readonly kind: 'enumerated'; readonly scopes: readonly string[] }
type InheritableRoles = { readonly kind: 'allAllowed' | 'none' }

/** Whether a tenant other than its home may use an application. */
export function isForManyTenants({ signInAudience }: Pick<Application, 'signInAudience'>): boolean {
  return (
    signInAudience === 'AzureADMultipleOrgs' ||
    signInAudience === 'AzureADandPersonalMicrosoftAccount'
  )
}
