import { enforce } from '../answers/enforce.ts'
import { delegatedPermissions } from '../directory/delegated-permissions.ts'
import type { User } from '../directory/person.ts'
import { graphAppId } from '../directory/resource.ts'
import { defaultScope, oidcScopes, readScope } from '../directory/scope-names.ts'
import { preAuthorizedScopes } from '../directory/sign-in-permissions.ts'
import { delegatedScopeRules } from '../rules/delegated-scope.ts'
import type { Target } from '../tokens/app-only-claims.ts'
import { policiesMetBy } from './enforce-access-policies.ts'
import type { Client } from './find-client.ts'
import { namedResource } from './named-resource.ts'
import type { TenantSession } from './session.ts'

/** What a delegated request asks for. */
export type RequestedScopes = {
  readonly target: Target
  /** Of the resource; empty: all that was granted (`.default`). */
  readonly permissions: readonly string[]
  /** Whether it asks for all that was granted, rather than for nothing of the resource. */
  readonly isDefault: boolean
  /** `openid`, `profile`, `email` and `offline_access`, as far as they were asked for. */
  readonly openId: ReadonlySet<string>
}

/** @throws {Refusal} under SCOPE-ONE-RESOURCE, SCOPE-DEFAULT-ALONE or a RESOURCE rule */
export function resolveScopes(scope: string, session: TenantSession): RequestedScopes {
  const { openId, names: parts } = readScope(scope)
  const resourceNames = [...new Set(parts.map(({ resource }) => resource.toLowerCase()))]
  const hasDefault = parts.some(({ permission }) => permission === defaultScope)
  const mixesDefault = hasDefault && parts.length > 1
  enforce(delegatedScopeRules.form, { scope, resourceNames, mixesDefault }, session.examination)
  const name = parts[0]?.resource ?? graphAppId
  const resource = namedResource(name, session)
  const requestedAs = resource.identifierUris.find((uri) => sameName(uri, name)) ?? name
  const permissions = parts.map(({ permission }) => permission)
  return {
    target: { resource, requestedAs },
    permissions: hasDefault ? [] : permissions,
    isDefault: hasDefault,
    openId,
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/**
 * What of it the client was granted for a user.
 * @throws {Refusal} under CONSENT-DELEGATED
 */
export function consentedScopes(
  { target, permissions, isDefault }: RequestedScopes,
  client: Client,
  user: User,
  { tenant, examination }: TenantSession,
): readonly string[] {
  const { principal } = client
  // A request for an id_token alone asks for nothing of a resource (captured: microsoft/entrabot 40).
  if (permissions.length === 0 && !isDefault) return []
  const parties = {
    clientId: principal.id,
    userId: user.id,
    resourceId: target.resource.principalId,
  }
  const granted = [
    ...delegatedPermissions(tenant, parties, inheritanceOf(client, target)),
    ...preAuthorizedScopes(tenant, principal.appId, target.resource.appId),
  ]
  // The permissions of OpenID Connect are no reason to issue a token for a resource.
  const effective = [...new Set(granted)].filter((scope) => !oidcScopes.includes(scope))
  const spelled = (wanted: string) => effective.find((scope) => sameName(scope, wanted))
  enforce(
    delegatedScopeRules.consent,
    {
      clientId: principal.appId,
      clientName: principal.displayName,
      missingScopes: permissions.filter((one) => spelled(one) === undefined),
      grantedCount: effective.length,
      policyIds: policiesMetBy(user, target.resource, { tenant }),
    },
    examination,
  )
  return permissions.length === 0 ? effective : permissions.flatMap((one) => spelled(one) ?? [])
}

function inheritanceOf(client: Client, { resource }: Target) {
  if (client.kind !== 'agentIdentity' || !client.blueprint || !client.blueprintPrincipal) {
    return undefined
  }
  return {
    blueprint: client.blueprint,
    blueprintPrincipalId: client.blueprintPrincipal.id,
    resourceAppId: resource.appId,
  }
}
