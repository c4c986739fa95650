const jwt = /\beyJ[\w-]+\.[\w-]*(\.[\w-]*){0,3}/g
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g
/** Shorter ones would hide parts of ordinary words. */
const shortest = 4

/** A text for people: what a client wrote, without the secrets it was given, tokens and private keys. */
export function hideSecrets(text: string, secrets: Iterable<string>): string {
  return [...secrets]
    .filter(({ length }) => length >= shortest)
    .sort((a, b) => b.length - a.length)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .reduce((rest, secret) => rest.replaceAll(secret, '(hidden)'), text)
    .replaceAll(privateKey, '(hidden)')
    .replaceAll(jwt, '(hidden)')
}

/** On one line, without what would move the cursor of a terminal. */
export function printable(text: string, most: number): string {
  const shown = text.replaceAll(/\p{C}/gu, '·')
  return shown.length > most ? `${shown.slice(0, most)}…` : shown
}
