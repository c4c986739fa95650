/** Controls, line separators, and marks that reorder what is read: a token may hold any of them. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu

const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Text from elsewhere, made fit for a terminal: what would steer it is spelled out. */
export function printable(text: string): string {
  return text.replace(unprintable, escaped)
}
