/**
 * A GUID that follows from others, so that an object which nobody gave an id has the same one on every start.
 * The digits are added without carry; it is no random GUID, and collides only where somebody wants it to.
 */
export function derivedGuid(one: string, other: string): string {
  return one.replace(/[0-9a-f]/gi, (digit, at: number) =>
    (Number.parseInt(digit, 16) ^ Number.parseInt(other[at] ?? '0', 16)).toString(16),
  )
}

/** A GUID that follows from a text (FNV-1a, four times with other beginnings). */
export function guidOfText(text: string): string {
  const hex = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]
    .map((start) => hash(text, start).toString(16).padStart(8, '0'))
    .join('')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
  return [...parts, hex.slice(20)].join('-')
}

function hash(text: string, start: number): number {
  let state = start
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 16_777_619) >>> 0
  }
  return state
}
