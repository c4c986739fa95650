import { enforce } from '../answers/enforce.ts'
import { isGuid } from '../directory/guid.ts'
import { resourceName } from '../directory/scope-names.ts'
import { resourceRules } from '../rules/resource.ts'
import type { Target } from '../tokens/app-only-claims.ts'
import { namedResource } from './named-resource.ts'
import type { TenantSession } from './session.ts'

const defaultSuffix = '/.default'

/**
 * What MSAL for Go and for Java add to the scope of every grant
 * (library: github.com/AzureAD/microsoft-authentication-library-for-go AppendDefaultScopes).
 */
const oidcScopes: readonly string[] = ['openid', 'profile', 'offline_access']

/** @throws {Refusal} under a SCOPE rule, RESOURCE-KNOWN or RESOURCE-ENABLED */
export function resolveResource(scope: string, session: TenantSession): Target {
  const parts = scope.split(/\s+/).filter((part) => part !== '' && !oidcScopes.includes(part))
  const [only = ''] = parts
  const resourceNames = [...new Set(parts.map(resourceName).filter((name) => name !== ''))]
  const isDefaultScope = parts.length === 1 && only.endsWith(defaultSuffix)
  enforce(resourceRules.scope, { scope, resourceNames, isDefaultScope }, session.examination)
  const name = resourceNames[0] ?? scope
  const resource = namedResource(name, session)
  return { resource, requestedAs: canonicalName(name, resource.identifierUris) }
}

/** A version 1 token names its resource as the request did, in the directory's spelling. */
function canonicalName(name: string, identifierUris: readonly string[]): string {
  if (isGuid(name)) return name.toLowerCase()
  return identifierUris.find((uri) => uri.toLowerCase() === name.toLowerCase()) ?? name
}
