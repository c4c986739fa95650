/** Replaces what stands between two comments that name the part. */
export function between(name: string, present: string, content: string): string {
  const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`]
  const [before, rest] = present.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) return present
  return `${before}${start}\n\n${content.trim()}\n\n${end}${after}`
}
