/** Something of a tenant that goes by a name in the features. */
export type Identity = {
  readonly name: string
  readonly value: string
  /** The same in every tenant, and no secret of this one. */
  readonly isPublic?: boolean | undefined
}

/** A stretch of text: a name that took the place of an id, or what stands between names. */
export type Piece = { readonly label: string } | { readonly text: string }

/** Finds what has a name, in every spelling. */
export type Names = {
  readonly split: (text: string) => readonly Piece[]
  /** The label of the whole text, if it is nothing else. */
  readonly of: (text: string) => string | undefined
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Shorter values are words of the language. */
const shortest = 6

export function createNames(identities: readonly Identity[]): Names {
  const labels = new Map<string, string>()
  for (const { name, value } of identities) {
    for (const [spelling, how] of spellingsOf(value)) {
      if (spelling.length >= shortest && !labels.has(spelling)) {
        labels.set(spelling, how === '' ? name : `${name} ${how}`)
      }
    }
  }
  const lowered = new Map([...labels].map(([spelling, label]) => [spelling.toLowerCase(), label]))
  const labelOf = (found: string) => {
    const label = labels.get(found)
    if (label !== undefined) return `{${label}}`
    const other = lowered.get(found.toLowerCase())
    if (other === undefined) return undefined
    return found === found.toUpperCase() ? `{${other} in upper case}` : `{${other} in another case}`
  }
  const longestFirst = [...labels.keys()].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`(${longestFirst.map(escapeForPattern).join('|')})`, 'gi')
  const split = (text: string): readonly Piece[] => {
    if (labels.size === 0) return [{ text }]
    return text.split(pattern).flatMap((part): readonly Piece[] => {
      if (part === '') return []
      const label = labelOf(part)
      return [label === undefined ? { text: part } : { label }]
    })
  }
  return { split, of: (text) => labelOf(text) }
}

function spellingsOf(value: string): readonly (readonly [string, string])[] {
  const plain = [[value, '']] as const
  const encoded = encodeURIComponent(value)
  const url = encoded === value ? [] : [[encoded, 'as in a URL'] as const]
  if (!guid.test(value)) return [...plain, ...url]
  const bytes = Buffer.from(value.replaceAll('-', ''), 'hex')
  const little = littleEndian(bytes)
  return [
    ...plain,
    [value.replaceAll('-', ''), 'without hyphens'],
    [little.toString('base64url'), 'as bytes'],
    [little.toString('base64'), 'as bytes'],
    [bytes.toString('base64url'), 'as network bytes'],
    [bytes.toString('base64'), 'as network bytes'],
    [little.toString('hex'), 'as hex bytes'],
  ]
}

/** How Windows, and the subject of T1, write the bytes of a GUID: the first three fields reversed. */
function littleEndian(bytes: Buffer): Buffer {
  const part = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).reverse()
  return Buffer.concat([part(0, 4), part(4, 6), part(6, 8), bytes.subarray(8)])
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
