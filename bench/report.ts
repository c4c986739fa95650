import type { Summary } from './statistics.ts'

/** What a measurement is held against; left out for what is shown for comparison only. */
export type Target = { readonly atLeast: number } | { readonly atMost: number }

export type Row = {
  readonly what: string
  readonly unit: string
  readonly measured: Summary
  readonly target?: Target
  /** Digits behind the point. Default: 0. */
  readonly digits?: number
}

export type Report = {
  readonly title: string
  readonly rows: readonly Row[]
  readonly notes: readonly string[]
}

const header = ['', 'target', 'median', 'min - max', '']

export function writeReport({ title, rows, notes }: Report): string {
  const cells = [header, ...rows.map(cellsOf)]
  const widths = header.map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  )
  const lines = cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column))
      .join('  ')
      .trimEnd(),
  )
  return `\n${title}\n${[...lines, ...notes.map((note) => `(${note})`)].map(indent).join('\n')}\n`
}

function cellsOf({ what, unit, measured, target, digits = 0 }: Row): string[] {
  const { median, min, max } = measured
  const show = (value: number) => value.toFixed(digits)
  return [
    what,
    target ? `${sign(target)} ${show(limit(target))}` : '',
    `${show(median)} ${unit}`.trim(),
    `${show(min)} - ${show(max)}`,
    target ? verdict(median, target) : '',
  ]
}

function sign(target: Target): string {
  return 'atLeast' in target ? '>=' : '<='
}

function limit(target: Target): number {
  return 'atLeast' in target ? target.atLeast : target.atMost
}

function verdict(median: number, target: Target): string {
  const holds = 'atLeast' in target ? median >= target.atLeast : median <= target.atMost
  return holds ? 'pass' : 'MISS'
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}

function indent(line: string): string {
  return `  ${line}`
}
