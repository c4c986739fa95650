type Named = { readonly displayName: string; readonly enabled: boolean }
export type Role = { readonly resource: string; readonly role: string }

export type DescribedApplication = Named & {
  readonly appId: string
  readonly objectId: string
  readonly identifierUris: readonly string[]
  readonly secrets: readonly {
    readonly keyId: string
    readonly value: string
    readonly endDateTime: string
  }[]
  readonly certificates: readonly unknown[]
  readonly federatedCredentials: readonly {
    readonly name: string
    readonly issuer: string
    readonly subject: string
  }[]
  readonly scopes: readonly { readonly value: string }[]
  readonly principal: { readonly id: string; readonly appRoles: readonly Role[] } | null
}

export type DescribedAgent = Named & {
  readonly id: string
  readonly blueprint: string
  readonly appRoles: readonly Role[]
}

export type DescribedUser = Named & {
  readonly id: string
  readonly userPrincipalName: string
  readonly identityParentId?: string
  readonly directoryRoles: readonly string[]
}

/** What the console reads of a tenant that the control API describes. */
export type Described = {
  readonly tenantId: string
  readonly displayName: string
  readonly domains: readonly string[]
  readonly blueprints: readonly DescribedApplication[]
  readonly agentIdentities: readonly DescribedAgent[]
  readonly managedIdentities: readonly (Named & { readonly clientId: string })[]
  readonly applications: readonly DescribedApplication[]
  readonly resources: readonly (Named & {
    readonly appId: string
    readonly identifierUris: readonly string[]
  })[]
  readonly users: readonly DescribedUser[]
  readonly permissionGrants: readonly {
    readonly client: string
    readonly resource: string
    readonly user?: string
    readonly scope: string
  }[]
}

/** A line of the list of tenants. */
export type ListedTenant = {
  readonly tenantId: string
  readonly displayName: string
  readonly domains: readonly string[]
}
