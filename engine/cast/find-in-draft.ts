import type { TenantDescription } from '../../mock-idp/index.ts'

type Member<Key extends keyof TenantDescription> = NonNullable<TenantDescription[Key]>
export type DraftApplication = Member<'blueprints'> extends (infer One)[] ? One : never
export type DraftAgent = Member<'agentIdentities'> extends (infer One)[] ? One : never
export type DraftResource = Member<'resources'> extends (infer One)[] ? One : never
export type DraftUser = Member<'users'> extends (infer One)[] ? One : never
export type DraftManagedIdentity = Member<'managedIdentities'> extends (infer One)[] ? One : never

/** A blueprint or an ordinary application, which alone have credentials. */
export function applicationIn(draft: TenantDescription, name: string): DraftApplication {
  return found([...(draft.blueprints ?? []), ...(draft.applications ?? [])], name)
}

export function agentIn(draft: TenantDescription, name: string): DraftAgent {
  return found(draft.agentIdentities ?? [], name)
}

export function managedIdentityIn(draft: TenantDescription, name: string): DraftManagedIdentity {
  return found(draft.managedIdentities ?? [], name)
}

export function resourceIn(draft: TenantDescription, name: string): DraftResource {
  return found(draft.resources ?? [], name)
}

/** A user by the given name, or a group. */
export function personIn(draft: TenantDescription, name: string): { readonly id: string } {
  return findUser(draft, name) ?? found(draft.groups ?? [], name)
}

/** A user by the given name. */
export function userIn(draft: TenantDescription, name: string): DraftUser {
  const user = findUser(draft, name)
  if (!user) throw new TypeError(`there is no user ${name} in this tenant`)
  return user
}

function findUser({ users }: TenantDescription, name: string): DraftUser | undefined {
  return users?.find(({ displayName }) => displayName.split(' ')[0] === name)
}

/** What may hold application roles: an agent identity, or the principal of an application. */
export function roleHolderIn(draft: TenantDescription, name: string) {
  const agent = draft.agentIdentities?.find(({ displayName }) => displayName === name)
  return agent ?? principalIn(draft, name)
}

/** What an application is in this tenant; a guest has its own here. */
export function principalIn(draft: TenantDescription, name: string) {
  const guest = draft.guestBlueprints?.find(({ displayName }) => displayName === name)
  const { principal } = guest ?? applicationIn(draft, name)
  if (!principal) throw new TypeError(`${name} has no principal in ${draft.displayName}`)
  return principal
}

/** A guest without a principal has no agent identities either. */
export function removePrincipal(draft: TenantDescription, name: string): void {
  const isGuest = draft.guestBlueprints?.some(({ displayName }) => displayName === name)
  if (!isGuest) {
    applicationIn(draft, name).principal = null
    return
  }
  draft.guestBlueprints = []
  draft.agentIdentities = []
}

function found<One extends { displayName: string }>(ones: readonly One[], name: string): One {
  const one = ones.find(({ displayName }) => displayName === name)
  if (!one) throw new TypeError(`there is no ${name} in this tenant`)
  return one
}
