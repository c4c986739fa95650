const maximumLength = 1000
const replacement = '[redacted]'

/** Every compact JOSE text starts with `{` and a quote or white space, which reads `eyJ`, `ey` or `ew`. */
const joseLike = /(?:eyJ[\w-]{4,}(?:\.[\w-]*)*)|(?:(?<![A-Za-z0-9])e[wy][\w-]{8,}(?:\.[\w-]+)+)/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

/** The spellings of a secret that a server may echo: plain, and encoded for a form or a URL. */
const spellings = (secret: string): readonly string[] => {
  const wellFormed = secret.replace(/\p{Surrogate}/gu, '\ufffd')
  const form = new URLSearchParams({ '': secret }).toString().slice(1)
  return [secret, form, encodeURIComponent(wellFormed)]
}

/**
 * Prepares external text for a message: masks secrets and everything that looks like a token,
 * replaces control characters by spaces, and cuts the text to 1000 characters.
 */
export const redact = (text: string, secrets: readonly string[]): string => {
  const longestFirst = [...new Set(secrets.flatMap(spellings))]
    .filter((spelling) => spelling !== '')
    .sort((a, b) => b.length - a.length)
  return longestFirst
    .reduce((safe, secret) => safe.replaceAll(secret, () => replacement), text)
    .replace(joseLike, replacement)
    .replace(controlCharacters, ' ')
    .slice(0, maximumLength)
}
