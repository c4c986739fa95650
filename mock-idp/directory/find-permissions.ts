import { isJsonObject } from '../../wire/json-object.ts'
import { graphPermissions } from './graph-permissions.ts'
import { publishedScopes } from './published-scopes.ts'
import { graphAppId } from './resource.ts'
import type { Tenant } from './tenant.ts'

/** A delegated permission of a resource. */
export type Permission = {
  readonly id: string
  readonly value: string
  readonly displayName: string
  /** Whether only an administrator can consent to it. */
  readonly isAdmin: boolean
}

/** What a resource lets clients ask for. Undefined where the tenant does not know: then it may be anything. */
export function findPermissions(
  { applications }: Pick<Tenant, 'applications'>,
  resourceAppId: string,
): readonly Permission[] | undefined {
  if (resourceAppId === graphAppId) return ofGraph()
  const resource = applications.get(resourceAppId)
  if (!resource) return undefined
  const { api } = resource.details
  const written = isJsonObject(api) ? api.oauth2PermissionScopes : undefined
  const admin = Array.isArray(written)
    ? written.filter(isJsonObject).flatMap(({ id, type }) => (type === 'Admin' ? [id] : []))
    : []
  return publishedScopes(resource).map((one) => ({ ...one, isAdmin: admin.includes(one.id) }))
}

let graph: readonly Permission[] | undefined

function ofGraph(): readonly Permission[] {
  graph ??= graphPermissions().flatMap(({ name, scopeId, type }) =>
    scopeId === undefined
      ? []
      : [{ id: scopeId, value: name, displayName: name, isAdmin: type === 'Admin' }],
  )
  return graph
}
