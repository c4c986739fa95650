const jwt = /\beyJ[\w-]+\.[\w-]*(\.[\w-]*){0,3}/g
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g
/** Shorter secrets would mask parts of ordinary words. */
const shortest = 4

/** Masks the given secrets, tokens and private keys in a client's output, for display. */
export function hideSecrets(text: string, secrets: Iterable<string>): string {
  return [...secrets]
    .filter(({ length }) => length >= shortest)
    .sort((a, b) => b.length - a.length)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .reduce((rest, secret) => rest.replaceAll(secret, '(hidden)'), text)
    .replaceAll(privateKey, '(hidden)')
    .replaceAll(jwt, '(hidden)')
}

/** The text on one line, with control characters replaced and the length limited. */
export function printable(text: string, most: number): string {
  const shown = text.replaceAll(/\p{C}/gu, '·')
  return shown.length > most ? `${shown.slice(0, most)}…` : shown
}
