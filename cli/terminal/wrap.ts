/** Where a long word may be parted: behind a slash or comma, unless that leaves the line nearly empty. */
function breakAt(word: string, width: number): number {
  const [start = ''] = /^.*[/,]/.exec(word.slice(0, width)) ?? []
  return start.length > width / 4 ? start.length : width
}

function breakLongWord(word: string, width: number): readonly string[] {
  const parts: string[] = []
  let rest = word
  while (rest.length > width) {
    const at = breakAt(rest, width)
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...parts, rest]
}

/** Lines of at most `width` characters, broken at spaces; only what is longer than a line is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const room = Math.max(1, Math.floor(width))
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/).flatMap((whole) => breakLongWord(whole, room))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= room) {
      line = longer
      continue
    }
    lines.push(line)
    line = word
  }
  return [...lines, line]
}

/** The same, behind a margin. */
export function indented(text: string, width: number, indent: number): readonly string[] {
  return wrap(text, width - indent).map((line) => `${' '.repeat(indent)}${line}`)
}
