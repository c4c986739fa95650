import type { Span } from './replace-spans.ts'

/**
 * Compact JOSE (JWS and JWE) in a text: each begins with the base64url of `{` and a quote or white space, and goes on after at least one full stop, or has two where `strictly` is set. One pass, however
 * often something only begins like a token.
 */
export function joseIn(
  text: string,
  { strictly = false }: { readonly strictly?: boolean } = {},
): readonly Span[] {
  const found: Span[] = []
  const leastStops = strictly ? 2 : 1
  // Only runs with a full stop can hold one; almost no run has any.
  let done = 0
  for (let stopAt = text.indexOf('.'); stopAt >= 0; stopAt = text.indexOf('.', done)) {
    const end = endOfRun(text, stopAt)
    // A run can hold many tokens.
    for (let at = startOfRun(text, stopAt, done); at < end; ) {
      const span = joseInRun(text, at, end, leastStops)
      if (span) found.push(span)
      at = Math.max(span?.[1] ?? end, at + 1)
    }
    done = end
  }
  return found
}

function startOfRun(text: string, at: number, least: number): number {
  let from = at
  while (from > least && isOfToken(text.charCodeAt(from - 1))) from -= 1
  return from
}

/** The shortest header is `{"alg":"x"}`; one that is cut has less. */
const shortestHeader = 8
const mostStops = 4

/** In a run of token characters and full stops, where a token begins and its last part ends. */
function joseInRun(text: string, from: number, end: number, leastStops: number): Span | undefined {
  let begins = -1
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (begins < 0 && isBeginning(text, at, from)) begins = at
    if (code !== stop || begins < 0) continue
    const stops = hasLostCase(text, begins) ? 2 : leastStops
    const to = at - begins >= shortestHeader ? endOfParts(text, at, end, stops) : undefined
    if (to !== undefined) return [begins, to]
    begins = -1
  }
  return undefined
}

function endOfParts(
  text: string,
  firstStop: number,
  end: number,
  leastStops: number,
): number | undefined {
  let stops = 0
  let at = firstStop
  for (; at < end; at++) {
    if (text.charCodeAt(at) !== stop) continue
    stops += 1
    if (stops > mostStops) break
  }
  return stops >= leastStops ? at : undefined
}

function isBeginning(text: string, at: number, from: number): boolean {
  if ((text.charCodeAt(at) | 0x20) !== e) return false
  if (!beginnings.has(text.slice(at, at + 3)) && !hasLostCase(text, at)) return false
  return at === from || !isAlphanumeric(text.charCodeAt(at - 1))
}

/** Whether a text as a whole has the form of a compact JWT; the third part, its signature, may be empty. */
export function isJwtLike(text: string): boolean {
  const [header = '', claims = '', signature, more] = text.split('.', 4)
  if (signature === undefined || more !== undefined) return false
  // A pattern that runs to the end of a very long part would need a stack as long; to look for what it lacks needs none.
  return header.length >= 8 && claims.length >= 8 && !/[^\w.-]/.test(text)
}

/** Whether somebody changed the letter case, as in a host name. Then words begin like this too. */
function hasLostCase(text: string, at: number): boolean {
  const beginning = text.slice(at, at + 3)
  return !beginnings.has(beginning) && loweredBeginnings.has(beginning.toLowerCase())
}

const stop = 0x2e
const e = 0x65
/** The base64url of `{` and a quote, a space, a tab or a line end, before any character of ASCII. */
const beginnings = new Set('eyI eyJ eyA eyB ewk ewl ewo ewp ew0 ew1'.split(' '))
const loweredBeginnings = new Set([...beginnings].map((one) => one.toLowerCase()))

function endOfRun(text: string, from: number): number {
  let at = from
  while (at < text.length && isOfToken(text.charCodeAt(at))) at += 1
  return at
}

function isOfToken(code: number): boolean {
  return isAlphanumeric(code) || code === 0x2d || code === 0x5f || code === stop
}

function isAlphanumeric(code: number): boolean {
  if (code >= 0x30 && code <= 0x39) return true
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

/** How refresh tokens and codes of Entra begin (third-party), as the claim `rh` does too, which is shorter. */
const refreshToken = /[01]\.A[\w.-]{90,}/g

export function refreshTokensIn(text: string): readonly Span[] {
  return [...text.matchAll(refreshToken)].map((match) => [
    match.index,
    match.index + match[0].length,
  ])
}

const keyBegins = '-----BEGIN '
const keyEnds = '-----END '
const fence = '-----'

/** Private keys in PEM, to their end or to that of the text where they are cut. Certificates are public. */
export function privateKeysIn(text: string): readonly Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(keyBegins); at >= 0; at = text.indexOf(keyBegins, at + 1)) {
    const label = text.slice(at + keyBegins.length, at + keyBegins.length + 40)
    if (!label.split(fence, 1)[0]?.endsWith('PRIVATE KEY')) continue
    const end = text.indexOf(keyEnds, at)
    const closed = end < 0 ? -1 : text.indexOf(fence, end + keyEnds.length)
    const to = closed < 0 ? endOfText(text, at) : closed + fence.length
    found.push([at, to])
    at = to - 1
  }
  return found
}

/** Texts that are searched together stand apart by control characters. */
function endOfText(text: string, from: number): number {
  let to = from
  while (to < text.length && text.charCodeAt(to) > 1) to += 1
  return to
}
