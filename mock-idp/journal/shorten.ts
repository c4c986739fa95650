/** Longer texts than these nobody needs to read in a journal. */
const longestText = 8192
const keptOfLonger = 1000
const mostParameters = 200
/** Of all parameters of one request together. */
const mostCharacters = 65_536

type Parameters = Readonly<Record<string, string>>

/** Parameters that fit into the journal, and what was cut or left out of them, in words. */
export type Shortened = { readonly parameters: Parameters; readonly cut: readonly string[] }

/**
 * @param hide - takes known secrets out of a text: of one that is cut in two, no half could be found later
 */
export function shorten(all: Parameters, hide: (text: string) => string): Shortened {
  const names = Object.keys(all)
  const cut: string[] = []
  const kept: [string, string][] = []
  let characters = 0
  for (const name of names.slice(0, mostParameters)) {
    const value = all[name] ?? ''
    const isLong = value.length > longestText || characters + value.length > mostCharacters
    const shown = isLong ? hide(value).slice(0, keptOfLonger) : value
    if (isLong) cut.push(`${shown.length} of ${value.length} characters of ${name} are kept`)
    characters += shown.length
    kept.push([name, shown])
  }
  const left = names.length - kept.length
  if (left > 0) cut.push(`${left} more parameters are left out`)
  return cut.length === 0 ? { parameters: all, cut } : { parameters: Object.fromEntries(kept), cut }
}

/** A text of which the journal keeps the beginning, such as a path. */
export function shortenText(text: string, hide: (text: string) => string): string {
  return text.length > longestText ? `${hide(text).slice(0, keptOfLonger)}…` : text
}
