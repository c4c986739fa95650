import { graphPermissions } from './graph-permissions.ts'
import { graphAppId, type Resource } from './resource.ts'

/** A role of a resource that its clients can be granted. */
export type KnownRole = {
  readonly id: string
  readonly value: string
  readonly displayName: string
}

/** The roles that a resource has for clients. */
export function findRoles({ appId, appRoles }: Resource): readonly KnownRole[] {
  if (appId === graphAppId) return ofGraph()
  return appRoles.filter(({ allowedMemberTypes: types }) => types?.includes('Application') ?? true)
}

let graph: readonly KnownRole[] | undefined

function ofGraph(): readonly KnownRole[] {
  graph ??= graphPermissions().flatMap(({ name, roleId }) =>
    roleId === undefined ? [] : [{ id: roleId, value: name, displayName: name }],
  )
  return graph
}
