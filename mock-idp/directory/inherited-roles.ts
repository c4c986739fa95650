import type { Application } from './application.ts'
import { rolesBlockedForAgents } from './blocked-for-agents.ts'
import { type Principal, rolesFor } from './principal.ts'
import { graphAppId } from './resource.ts'

/**
 * The roles of a resource that an agent identity inherits: those that the principal of its blueprint was granted,
 * where the blueprint lists the resource as inheritable. They show in tokens only, never at the agent identity
 * (MicrosoftDocs/entra-docs docs/agent-id/concept-inheritable-permissions.md). What is blocked for agents stays so.
 */
export function inheritedRoles(
  blueprint: Pick<Application, 'inheritablePermissions'> | undefined,
  principal: Principal | undefined,
  resourceAppId: string,
): readonly string[] {
  if (!blueprint || !principal || blueprint.inheritablePermissions.length === 0) return []
  const entry = blueprint.inheritablePermissions.find((one) => one.resourceAppId === resourceAppId)
  if (entry?.inheritableRoles?.kind !== 'allAllowed') return []
  const roles = rolesFor(principal, resourceAppId)
  if (resourceAppId !== graphAppId) return roles
  return roles.filter((role) => !rolesBlockedForAgents.has(role))
}
