import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const permission = z.object({ id: z.guid(), value: z.string().min(1), isAdmin: z.boolean() })
const descriptions = z.object({
  delegatedScopesList: z.array(permission),
  applicationScopesList: z.array(permission),
})

/** Where the mock reads them. */
export const publishedPermissionsPath = 'mock-idp/directory/published-permissions.json'

/**
 * All permissions that Microsoft Graph publishes, a line each: the name, the id as a scope, the id as a role, and whether
 * only an administrator consents to the scope.
 *
 * @param path a copy of permissions/permissions-descriptions.json of github.com/microsoftgraph/microsoft-graph-devx-content (MIT)
 */
export async function publishedPermissions(path: string): Promise<string> {
  const { delegatedScopesList, applicationScopesList } = descriptions.parse(
    JSON.parse(await readFile(path, 'utf8')),
  )
  const scopes = new Map(delegatedScopesList.map((one) => [one.value, one]))
  const roles = new Map(applicationScopesList.map((one) => [one.value, one]))
  const names = [...new Set([...scopes.keys(), ...roles.keys()])].sort()
  const lines = names.map((name) => {
    const scope = scopes.get(name)
    const roleId = roles.get(name)?.id ?? null
    // A role is always an administrator's to grant.
    const isAdmin = scope?.isAdmin ?? true
    return `  ${JSON.stringify({ name, scopeId: scope?.id ?? null, roleId, isAdmin })}`
  })
  return `[\n${lines.join(',\n')}\n]\n`
}
