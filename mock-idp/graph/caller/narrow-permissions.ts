import type { Permissions } from './permissions.ts'

/** Permissions of a parent over its children alone. */
const ofParents: readonly string[] = [
  'AgentIdentity.CreateAsManager',
  'AgentIdUser.ReadWrite.IdentityParentedBy',
]

/** What somebody needs who is not the parent of the object. */
export function withoutParenthood(needed: Permissions): Permissions {
  const rest = (names: readonly string[]) => names.filter((name) => !ofParents.includes(name))
  return { ...needed, delegated: rest(needed.delegated), application: rest(needed.application) }
}

/** Permissions that agent objects are not changed with (rbac-agentid-apis-write.md). */
export const broadScopes: readonly string[] = [
  'Directory.AccessAsUser.All',
  'Directory.ReadWrite.All',
]
