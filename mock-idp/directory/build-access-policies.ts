import type { AccessPolicy } from './access-policy.ts'
import { guidOfText } from './derived-guid.ts'
import type { CompleteTenantDescription } from './description.ts'

type Described = CompleteTenantDescription['accessPolicies'][number]

export function accessPolicy(described: Described): AccessPolicy {
  const { displayName, appliesTo, principals, resource, authenticationContext, control } = described
  return {
    id: described.id ?? guidOfText(wordsOf(described).join(' ')),
    displayName,
    appliesTo,
    principals,
    resourceAppId: resource,
    authenticationContext,
    control,
  }
}

function wordsOf(described: Described): readonly string[] {
  const { displayName, appliesTo, principals, resource, authenticationContext, control } = described
  return [displayName, appliesTo, ...principals, resource, authenticationContext, control].map(
    (word) => word ?? '',
  )
}

export function describeAccessPolicy(policy: AccessPolicy): Described & { readonly id: string } {
  const { id, displayName, appliesTo, resourceAppId: resource, authenticationContext } = policy
  return {
    id,
    displayName,
    appliesTo,
    principals: [...policy.principals],
    ...(resource !== undefined && { resource }),
    ...(authenticationContext !== undefined && { authenticationContext }),
    control: policy.control,
  }
}
