import { graphAppId } from './resource.ts'

export type ScopeName = { readonly resource: string; readonly permission: string }

/** The scopes of OpenID Connect, which are of no resource. */
export const oidcScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access']

/** All that was granted. */
export const defaultScope = '.default'

/** What a `scope` parameter names: the scopes of OpenID Connect, and those of resources. */
export function readScope(scope: string): {
  readonly openId: ReadonlySet<string>
  readonly names: readonly ScopeName[]
} {
  const all = scope.split(/\s+/).filter((part) => part !== '')
  const openId = new Set(all.filter((part) => oidcScopes.includes(part)))
  const names = all.filter((part) => !openId.has(part)).map((part) => splitScope(part))
  return { openId, names }
}

/** Version 2 looks up a scope without a resource at Microsoft Graph (third-party; documented for the code flow). */
function splitScope(part: string): ScopeName {
  const resource = resourceName(part)
  return resource === ''
    ? { resource: graphAppId, permission: part }
    : { resource, permission: part.slice(resource.length + 1) }
}

/** What comes before the last slash. Empty: the scope names no resource. */
export function resourceName(part: string): string {
  return part.slice(0, Math.max(part.lastIndexOf('/'), 0))
}
