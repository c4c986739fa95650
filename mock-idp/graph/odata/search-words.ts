/**
 * The words Graph finds a text by, in lower case: split at spaces, at a change from small to capital letter, between
 * letters, digits and symbols; symbols are words too, and so are words joined across symbols (`hello.world` gives
 * `hello`, `.`, `world`, `helloworld`). From learn.microsoft.com/graph/search-query-parameter.
 */
export function indexedWords(text: string): ReadonlySet<string> {
  const words = new Set(searchedWords(text))
  for (const run of text.split(/\s+/u)) {
    const joined = run.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    if (joined !== run && joined !== '') words.add(joined.toLowerCase())
  }
  return words
}

/** The words of the text searched for: split the same way, without the joined ones. */
export function searchedWords(text: string): readonly string[] {
  const parts = text.match(
    /\p{Lu}*[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|[\p{Lu}\p{Lt}]+|\p{N}+|[^\p{L}\p{M}\p{N}\s]+/gu,
  )
  return (parts ?? []).map((part) => part.toLowerCase())
}
