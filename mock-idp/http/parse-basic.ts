/** The client and its secret as HTTP Basic carries them, each percent-encoded first (RFC 6749 section 2.3.1). */
export type BasicCredentials = { readonly clientId: string; readonly secret: string }

export function parseBasic(authorization: string | undefined): BasicCredentials | undefined {
  const [, encoded] = /^basic +([\w+/=-]+) *$/i.exec(authorization ?? '') ?? []
  if (!encoded) return undefined
  const text = decodeBase64(encoded)
  const colon = text?.indexOf(':') ?? -1
  if (text === undefined || colon < 0) return undefined
  return { clientId: decode(text.slice(0, colon)), secret: decode(text.slice(colon + 1)) }
}

function decodeBase64(encoded: string): string | undefined {
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
    return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)))
  } catch {
    return undefined
  }
}

/** Many clients send the parts as they are, so what does not decode counts as it stands. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', '%20'))
  } catch {
    return part
  }
}
