import { isGuid } from './guid.ts'
import { wellKnownResources } from './well-known-resources.ts'

type Json = Readonly<Record<string, unknown>>

/** Where the objects stand to which others refer, and the member that refers to each. */
const idMembers = {
  blueprints: 'appId',
  applications: 'appId',
  resources: 'appId',
  agentIdentities: 'id',
  users: 'id',
  groups: 'id',
} as const
type Kind = keyof typeof idMembers

/** What a member refers to; of two objects with the same name, that of the first kind. */
const referredTo: ReadonlyMap<string, readonly Kind[]> = new Map([
  ['blueprint', ['blueprints']],
  ['identityParentId', ['agentIdentities']],
  ['client', ['agentIdentities', 'blueprints', 'applications']],
  ['resource', ['resources', 'blueprints', 'applications']],
  ['user', ['users']],
  ['members', ['users', 'groups']],
  ['owners', ['users', 'groups']],
  ['sponsors', ['users', 'groups']],
])

/** Puts ids where the objects of a tenant refer to others by name. What names nothing stays, and is refused as no id. */
export function referByName(tenant: Json): unknown {
  const ids = new Map<string, string>()
  for (const [kind, member] of Object.entries(idMembers)) {
    for (const object of [...objectsOf(tenant, kind), ...(kind === 'resources' ? wellKnown : [])]) {
      const { displayName, [member]: id } = object
      if (typeof displayName === 'string')
        ids.set(`${kind} ${displayName.toLowerCase()}`, String(id))
    }
  }
  const idOf = (name: unknown, kinds: readonly Kind[]) => {
    if (typeof name !== 'string' || isGuid(name)) return name
    const found = kinds.map((kind) => ids.get(`${kind} ${name.toLowerCase()}`))
    return found.find((id) => id !== undefined) ?? name
  }
  const refer = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(refer)
    if (!isObject(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([member, one]) => {
        const kinds = referredTo.get(member)
        if (!kinds) return [member, refer(one)]
        return [
          member,
          Array.isArray(one) ? one.map((name) => idOf(name, kinds)) : idOf(one, kinds),
        ]
      }),
    )
  }
  return refer(tenant)
}

/** The same ids in every cloud. */
const wellKnown: readonly Json[] = wellKnownResources('public')

function objectsOf(tenant: Json, kind: string): readonly Json[] {
  const objects = tenant[kind]
  return Array.isArray(objects) ? objects.filter(isObject) : []
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
