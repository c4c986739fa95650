/**
 * What steers a terminal or a page, or cannot be seen: controls (C0, DEL, C1), marks that reorder what is
 * read, line separators, invisible characters, and what is no character at all. The emoji selector stays.
 */
const unprintable =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|(?!\uFE0F)\p{Default_Ignorable_Code_Point}/gu
/** The same, without line feed and tab. */
const unprintableInLines = new RegExp(`(?![\\n\\t])(?:${unprintable.source})`, 'gu')

/**
 * A command to the runner of GitHub Actions, which reads the log of a job:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
const workflowCommand = /^([ \t]*):(?=:[a-z][\w-]*(?: |::))|#(?=#\[)/gim

/** As JSON and JavaScript write it, so that JSON that is made printable keeps its meaning. */
function escaped(char: string): string {
  const units = Array.from({ length: char.length }, (_, at) => char.charCodeAt(at))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}

/** Text from elsewhere on one line, fit for a terminal and a report: what would steer them is spelled out. */
export function printable(text: string): string {
  return disarmed(text.replace(unprintable, escaped))
}

/** The same for text of several lines. */
export function printableLines(text: string): string {
  return disarmed(text.replaceAll('\r\n', '\n').replace(unprintableInLines, escaped))
}

function disarmed(text: string): string {
  return text.replace(workflowCommand, (command, margin = '') =>
    command === '#' ? '\\u0023' : `${margin}\\u003a`,
  )
}

/** A copy of data in which every text, names of members too, is printable. */
export function printableData<Data>(data: Data): Data {
  return printableValue(data) as Data
}

function printableValue(value: unknown): unknown {
  if (typeof value === 'string') return printableLines(value)
  if (Array.isArray(value)) return value.map(printableValue)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [
    printable(name),
    printableValue(member),
  ])
  return Object.fromEntries(members)
}
