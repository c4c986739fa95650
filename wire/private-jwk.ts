import type { Span } from './replace-spans.ts'

/** The private members of a JWK: RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1. */
const privateMembers: ReadonlySet<string> = new Set('d p q dp dq qi k'.split(' '))
/** Of 16 bytes; names as short as these stand for other things too. */
const shortestValue = 22

/** Whether a member is a private one of a JWK, by its name and the form of its value. */
export function isPrivateMember(name: string, value: string): boolean {
  return privateMembers.has(name) && value.length >= shortestValue && !/[^\w-]/.test(value)
}

/**
 * Name and value in JSON, also where that is a text in JSON itself. It begins with the quote and not with the backslashes
 * before it, which nobody needs and which would be tried at every character.
 */
const member = /"(d|p|q|dp|dq|qi|k)\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}"/g

/** The values of private members of JWKs within a text. */
export function privateMembersIn(text: string): readonly Span[] {
  return [...text.matchAll(member)].flatMap((match): readonly Span[] => {
    const from = match.index + match[0].length
    let to = from
    while (to < text.length && /[\w-]/.test(text[to] ?? '')) to += 1
    return to - from >= shortestValue ? [[from, to]] : []
  })
}
