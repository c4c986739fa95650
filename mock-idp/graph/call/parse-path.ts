/** The types of directory objects that a path can cast to, by their lower-case names. */
const castTypes = {
  agentidentityblueprint: 'agentIdentityBlueprint',
  agentidentityblueprintprincipal: 'agentIdentityBlueprintPrincipal',
  agentidentity: 'agentIdentity',
  agentuser: 'agentUser',
  application: 'application',
  serviceprincipal: 'servicePrincipal',
  user: 'user',
  group: 'group',
  directoryrole: 'directoryRole',
} as const

export type TypeName = (typeof castTypes)[keyof typeof castTypes]

export type GraphPath = {
  readonly version: 'v1.0' | 'beta'
  /** What is between the slashes, decoded, without casts. A key in brackets is a segment of its own. */
  readonly segments: readonly string[]
  /** The type of the collection, or of the object, with which the path begins. */
  readonly cast: TypeName | undefined
  /** The type of the objects to which a relation leads, as in `…/owners/microsoft.graph.user`. */
  readonly memberCast: TypeName | undefined
}

const qualified = /^(?:microsoft\.)?graph\.(\w+)$/i
const keyInBrackets = /^([\w.]+)\((.*)\)$/
const quotedKey = /^'((?:[^']|'')*)'$/

/**
 * A path in any of the spellings that tools send: a type after the collection or after the id, with
 * `microsoft.graph.` or `graph.`, in any letter case, with a slash at the end, keys in brackets.
 * @returns undefined for what cannot be decoded
 */
export function parsePath(pathname: string): GraphPath | undefined {
  const [version = '', ...parts] = decoded(pathname)?.filter((part) => part !== '') ?? []
  const known = version.toLowerCase()
  if (known !== 'v1.0' && known !== 'beta') return undefined
  const segments: string[] = []
  let cast: TypeName | undefined
  let memberCast: TypeName | undefined
  for (const segment of parts.flatMap(splitKey)) {
    const type = castOf(segment)
    if (type === undefined) segments.push(withoutNamespace(segment))
    else if (segments.length < relationAt(segments)) cast = type
    else memberCast = type
  }
  return { version: known, segments, cast, memberCast }
}

/** How many segments lead to what a relation is cast to: `me` stands for a collection and an id. */
function relationAt([first = '']: readonly string[]): number {
  return first.toLowerCase() === 'me' ? 2 : 3
}

function decoded(pathname: string): string[] | undefined {
  try {
    return pathname.split('/').map(decodeURIComponent)
  } catch {
    return undefined
  }
}

/** `applications(appId='…')` and `applications('…')`. */
function splitKey(part: string): string[] {
  const [, name, key = ''] = keyInBrackets.exec(part) ?? []
  return name === undefined ? [part] : [name, unquoted(key) ?? `(${key})`]
}

/** The key in `users('…')`, wherever else than in a path it stands. */
export function parseKey(part: string): string | undefined {
  return unquoted(keyInBrackets.exec(part)?.[2] ?? '')
}

function unquoted(key: string): string | undefined {
  return quotedKey.exec(key)?.[1]?.replaceAll("''", "'")
}

function castOf(segment: string): TypeName | undefined {
  const [, name = ''] = qualified.exec(segment) ?? []
  const key = name.toLowerCase()
  return Object.hasOwn(castTypes, key) ? castTypes[key as keyof typeof castTypes] : undefined
}

/** Actions may be qualified too: `microsoft.graph.addPassword`. */
function withoutNamespace(segment: string): string {
  return qualified.exec(segment)?.[1] ?? segment
}

/** An alternate key such as `(appId='…')`: its name and value. */
export function parseAlternateKey(
  segment: string,
): { readonly name: string; readonly value: string } | undefined {
  const [, name, value] = /^\((\w+)='((?:[^']|'')*)'\)$/.exec(segment) ?? []
  if (name === undefined || value === undefined) return undefined
  return { name: name.toLowerCase(), value: value.replaceAll("''", "'") }
}

/** The type that `@odata.type` of a body names, with or without `#`, in any letter case. */
export function typeNamed(odataType: unknown): TypeName | undefined {
  return typeof odataType === 'string' ? castOf(odataType.replace(/^#/, '')) : undefined
}
