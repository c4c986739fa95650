/** Delegated permissions of a resource that a client was granted: for every user, or for one. */
export type PermissionGrant = {
  readonly id: string
  /** Object id of the client's principal. */
  readonly clientId: string
  readonly consentType: 'AllPrincipals' | 'Principal'
  /** Object id of the user, for the consent type `Principal`. */
  readonly principalId: string | null
  /** Object id of the resource's principal. */
  readonly resourceId: string
  /** Scopes, separated by spaces. */
  readonly scope: string
  readonly startTime: string | undefined
  readonly expiryTime: string | undefined
}
