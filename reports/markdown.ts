/** Text from a client as text in Markdown: no markup, no mention, no line of its own, not endless. */
export function escapeMarkdown(text: string, longest = 400): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const characters = [...line]
  const short = characters.length > longest ? `${characters.slice(0, longest).join('')} …` : line
  return short
    .replaceAll(/[\\`*_{}[\]()#+!|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//')
}

/** A table of cells that are Markdown already. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
