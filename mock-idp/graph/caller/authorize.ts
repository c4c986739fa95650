import { enforce } from '../../answers/enforce.ts'
import { permissionRules } from '../../rules/graph/callers.ts'
import type { GraphCall } from '../call/graph-call.ts'
import { broadScopes, type Permissions } from './permissions.ts'

/**
 * Whether the caller may do this. Owners of an object need no directory role for it.
 * @throws {Refusal} under GRAPH-BROAD-SCOPE, GRAPH-PERMISSION or GRAPH-DIRECTORY-ROLE
 */
export function authorize(
  { caller, examination }: GraphCall,
  needed: Permissions,
  owners: readonly string[] = [],
): void {
  const { user, permissions: held } = caller
  const names = user ? needed.delegated : needed.application
  const roles = needed.directoryRoles ?? []
  enforce(
    permissionRules,
    {
      needed: names,
      isGranted: names.some((name) => held.has(name)),
      writesAgents: needed.writesAgents ?? false,
      broadScopes: broadScopes.filter((name) => held.has(name)),
      roleSuffices:
        user === undefined ||
        roles.length === 0 ||
        owners.includes(user.id) ||
        user.directoryRoles.some((role) => roles.includes(role)),
    },
    examination,
  )
}
