import { enforce } from '../../answers/enforce.ts'
import { permissionRules } from '../../rules/graph/callers.ts'
import type { GraphCall } from '../call/graph-call.ts'
import { broadScopes } from './narrow-permissions.ts'
import type { Permissions } from './permissions.ts'

/**
 * Whether the caller may do this. Those responsible for an object need no directory role for it; of a group,
 * all direct members are (agent-owners-sponsors-managers.md).
 * @param responsible object ids of those who own the object, or answer for it
 * @throws {Refusal} under GRAPH-BROAD-SCOPE, GRAPH-PERMISSION or GRAPH-DIRECTORY-ROLE
 */
export function authorize(
  call: GraphCall,
  needed: Permissions,
  responsible: readonly string[] = [],
): void {
  const { user, principal, permissions: held } = call.caller
  const names = user ? needed.delegated : needed.application
  const roles = needed.directoryRoles ?? []
  const owns = !user && responsible.includes(principal?.id ?? '')
  const sufficient = owns ? [...names, ...(needed.ownedApplication ?? [])] : names
  enforce(
    permissionRules,
    {
      needed: names,
      isGranted: sufficient.some((name) => held.has(name)),
      writesAgents: needed.writesAgents ?? false,
      broadScopes: broadScopes.filter((name) => held.has(name)),
      roleSuffices:
        user === undefined ||
        roles.length === 0 ||
        isAmong(call, user.id, responsible) ||
        user.directoryRoles.some((role) => roles.includes(role)),
    },
    call.examination,
  )
}

function isAmong({ tenant }: GraphCall, id: string, responsible: readonly string[]): boolean {
  return responsible.some((one) => one === id || tenant.groups.get(one)?.members.includes(id))
}
