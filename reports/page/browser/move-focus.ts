/** Moves the focus between visible cells with the arrow keys, and to the ends of a row with Home and End. */
export function moveFocus(event: KeyboardEvent): void {
  const cell = (event.target as Element).closest('td')
  const row = cell?.closest('tr')
  if (!cell || !row || event.ctrlKey || event.altKey || event.metaKey) return
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('tr.rule:not([hidden])')]
  const [at, column] = [rows.indexOf(row), cell.cellIndex]
  const last = row.cells.length - 1
  const goals: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [at - 1, column],
    ArrowDown: [at + 1, column],
    ArrowLeft: [at, column - 1],
    ArrowRight: [at, column + 1],
    Home: [at, 1],
    End: [at, last],
  }
  const goal = goals[event.key]
  if (!goal) return
  event.preventDefault()
  const [toRow, toColumn] = goal
  rows[toRow]?.cells[toColumn]?.querySelector('a')?.focus()
}
