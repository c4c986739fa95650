/** The chosen filters: an empty group matches everything. */
export type Chosen = {
  readonly text: string
  readonly status: readonly string[]
  readonly severity: readonly string[]
  readonly evidence: readonly string[]
}

export type RowFacts = {
  readonly text: string
  readonly statuses: readonly string[]
  readonly severity: string
  readonly evidence: string
}

/** Whether a rule matches the filters and every typed word. */
export function isChosen(row: RowFacts, chosen: Chosen): boolean {
  const allows = (group: readonly string[], value: string) =>
    group.length === 0 || group.includes(value)
  const words = chosen.text.toLowerCase().split(/\s+/)
  return (
    allows(chosen.severity, row.severity) &&
    allows(chosen.evidence, row.evidence) &&
    (chosen.status.length === 0 || row.statuses.some((one) => chosen.status.includes(one))) &&
    words.every((word) => row.text.toLowerCase().includes(word))
  )
}

/** Hides rules that do not match, and areas without rules; fades cells of another status. */
export function filterRows(form: HTMLFormElement): void {
  const chosen = readChosen(form)
  const rows = [...document.querySelectorAll<HTMLElement>('tr.rule')]
  for (const row of rows) filterRow(row, chosen)
  for (const area of document.querySelectorAll<HTMLElement>('table.matrix tbody')) {
    area.hidden = !area.querySelector('tr.rule:not([hidden])')
  }
  const shown = rows.filter((row) => !row.hidden).length
  const isAll = shown === rows.length
  const output = form.querySelector('output')
  if (output) output.textContent = isAll ? `${shown} rules` : `${shown} of ${rows.length} rules`
  form.classList.toggle('active', !isAll || chosen.status.length > 0)
  const nothing = document.querySelector<HTMLElement>('.nothing')
  if (nothing) nothing.hidden = shown > 0
}

export function readChosen(form: HTMLFormElement): Chosen {
  const data = new FormData(form)
  const group = (name: string) => data.getAll(name).map(String)
  return {
    text: String(data.get('text') ?? ''),
    status: group('status'),
    severity: group('severity'),
    evidence: group('evidence'),
  }
}

export function filterRow(row: HTMLElement, chosen: Chosen): void {
  const cells = [...row.querySelectorAll<HTMLElement>('td')]
  const { area = '', severity = '', evidence = '' } = row.dataset
  const statuses = cells.map(({ dataset }) => dataset.status ?? '')
  const text = `${row.firstElementChild?.textContent} ${area}`
  row.hidden = !isChosen({ text, statuses, severity, evidence }, chosen)
  cells.forEach((cell, index) => {
    const fades = chosen.status.length > 0 && !chosen.status.includes(statuses[index] ?? '')
    cell.classList.toggle('faded', fades)
  })
}
