/** Splits chunks of text into lines. Calls `onFlood` for a line of more than `most` characters. */
export function createLineReader(
  most: number,
  { onLine, onFlood }: { readonly onLine: (line: string) => void; readonly onFlood: () => void },
): (chunk: string) => void {
  let parts: string[] = []
  let length = 0
  return (chunk) => {
    const [first = '', ...rest] = chunk.split('\n')
    const last = rest.pop()
    length += first.length
    parts.push(first)
    if (length > most || rest.some((line) => line.length > most)) return onFlood()
    if (last === undefined) return
    onLine(parts.join(''))
    for (const line of rest) onLine(line)
    parts = [last]
    length = last.length
    if (length > most) onFlood()
  }
}
