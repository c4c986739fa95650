import type { AccessPolicy } from './access-policy.ts'
import { azureResource } from './azure-resources.ts'
import type { Cloud } from './clouds.ts'
import type { Objects } from './collections.ts'
import type { Resource } from './resource.ts'

/** An issuer of federated tokens whose keys are known, or are fetched from it where it is on loopback. */
export type TrustedIssuer = {
  readonly issuer: string
  readonly jwks?: { readonly keys: readonly Record<string, unknown>[] }
}

/** What a tenant is, besides its objects. */
export type TenantProperties = {
  readonly id: string
  readonly displayName: string
  readonly domains: readonly string[]
  readonly cloud: Cloud
  readonly regionScope: string
  readonly createdMs: number
  /** `1` or `3`: the digit by which the facet claims of this tenant's tokens name it. */
  readonly facet: '1' | '3'
  /** The value of `X-IDENTITY-HEADER` that the App Service endpoint accepts for this tenant. */
  readonly identityHeader: string
  readonly issuers: ReadonlyMap<string, TrustedIssuer>
  readonly relaxedRules: ReadonlySet<string>
  /** Whether the object id of a blueprint made through Microsoft Graph differs from its application id. */
  readonly blueprintsHaveOwnObjectIds: boolean
  readonly accessPolicies: readonly AccessPolicy[]
  /** Whether every grant compares the parameter `resource` with the scopes, or only sign-ins do. */
  readonly checksResourceParameterAlways: boolean
}

/** A tenant with its objects, by the names under which requests ask for them. */
export type Tenant = TenantProperties &
  Objects & {
    /** By application id and URI, in lower case. */
    readonly resourcesByName: ReadonlyMap<string, Resource>
    /** The keys of objects whose object id is another GUID than their key. */
    readonly keysByObjectId: ReadonlyMap<string, string>
  }

/** A resource by its application id or URI, in any letter case, with or without a slash at its end. */
export function findResource(tenant: Tenant, name: string): Resource | undefined {
  const { resourcesByName, cloud, id } = tenant
  const spelt = name.toLowerCase().replace(/\/$/, '')
  return resourcesByName.get(spelt) ?? (cloud === 'public' ? azureResource(spelt, id) : undefined)
}
