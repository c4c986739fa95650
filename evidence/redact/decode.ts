/** The parts of a JWT. Absent: the text is none. */
export type DecodedToken = {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  readonly signature: string
}

export function decodeToken(token: string): DecodedToken | undefined {
  const [header, claims, signature, ...more] = token.split('.')
  const [decodedHeader, decodedClaims] = [decode(header), decode(claims)]
  if (!decodedHeader || !decodedClaims || signature === undefined || more.length > 0) {
    return undefined
  }
  return { header: decodedHeader, claims: decodedClaims, signature }
}

function decode(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (part === undefined || !/^[\w-]+$/.test(part)) return undefined
  try {
    const json: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return isRecord(json) ? json : undefined
  } catch {
    return undefined
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
