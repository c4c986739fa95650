const breakLongWord = (word: string, width: number): readonly string[] =>
  word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [word])

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
