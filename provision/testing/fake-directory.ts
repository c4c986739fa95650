/** A blueprint, a principal or an agent identity, as the fake keeps it. */
export type FakeObject = {
  readonly kind: 'blueprint' | 'principal' | 'agentIdentity'
  readonly id: string
  readonly appId: string
  readonly displayName: string
  readonly blueprintAppId?: string
  /** Reads and other writes see it from then on. */
  readonly visibleAtMs: number
  readonly passwords: FakePassword[]
  keys: Readonly<Record<string, unknown>>[]
  readonly roles: { readonly id: string; readonly resourceId: string; readonly appRoleId: string }[]
}

export type FakePassword = {
  readonly keyId: string
  readonly displayName: string
  readonly endDateTime: string
  readonly secretText: string
  readonly knownAtMs: number
}

export type FakeDirectory = {
  readonly live: Map<string, FakeObject>
  readonly deleted: Map<string, FakeObject>
  readonly now: () => number
  /** How long what is made is not seen. */
  readonly lagMs: number
  readonly newId: () => string
}

export const tenantId = '10000000-c0de-4a11-8000-000000000009'
export const domain = 'contoso-agents.example'
export const userId = '40000000-c0de-4a11-8000-000000000009'
export const graphAppId = '00000003-0000-0000-c000-000000000000'
export const graphPrincipalId = '50000000-c0de-4a11-8000-000000000009'
export const userReadAll = 'df021288-bdef-4463-88db-98f22de89214'

export function createFakeDirectory(now: () => number, lagMs: number): FakeDirectory {
  let count = 0
  const newId = () => {
    count += 1
    return `60000000-c0de-4a11-8000-${String(count).padStart(12, '0')}`
  }
  return { live: new Map(), deleted: new Map(), now, lagMs, newId }
}

const isSeen = ({ now }: FakeDirectory, { visibleAtMs }: FakeObject): boolean =>
  now() >= visibleAtMs

/** What a read or another write sees, by either id. */
export const find = (
  directory: FakeDirectory,
  kind: FakeObject['kind'],
  id: string,
): FakeObject | undefined => {
  const object = directory.live.get(id)
  return object?.kind === kind && isSeen(directory, object) ? object : undefined
}

export const list = (
  directory: FakeDirectory,
  matches: (object: FakeObject) => boolean,
): readonly FakeObject[] =>
  [...directory.live.values()].filter((object) => isSeen(directory, object) && matches(object))

type New = Pick<FakeObject, 'kind' | 'displayName'> &
  Partial<Pick<FakeObject, 'appId' | 'blueprintAppId'>>

/** A blueprint's id and client id differ; an agent identity has one id. */
export function add(directory: FakeDirectory, made: New): FakeObject {
  const id = directory.newId()
  const ownAppId = made.kind === 'blueprint' ? directory.newId() : id
  const object: FakeObject = {
    ...made,
    id,
    appId: made.appId ?? ownAppId,
    visibleAtMs: directory.now() + directory.lagMs,
    passwords: [],
    keys: [],
    roles: [],
  }
  directory.live.set(id, object)
  return object
}
