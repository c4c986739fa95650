import { printable } from '../wire/printable.ts'

/** Escapes text from a client for Markdown: no markup, no mentions, no line breaks, limited length. */
export function escapeMarkdown(text: string, longest = 400): string {
  // A client may write megabytes: only what can be shown is looked at.
  const beginning = text.slice(0, 16 * longest)
  const line = printable(beginning.replaceAll(/\s+/g, ' ').trim())
  const characters = [...line]
  const isCut = characters.length > longest || beginning.length < text.length
  const short = isCut ? `${characters.slice(0, longest).join('')} …` : line
  return (
    short
      .replaceAll(/[\\`*_{}[\]()#+!|~$]/g, '\\$&')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('@', '&#64;')
      // GitHub links these without a scheme, and shows :words: as pictures.
      .replaceAll('://', '&#58;//')
      .replaceAll(/\bwww\./gi, 'www&#46;')
      .replaceAll(/:(?=[\w+\\-]+:)/g, '&#58;')
  )
}

/** Formats a table. The cells must be Markdown. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
