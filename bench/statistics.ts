/** The middle of several measurements, and how far they spread. */
export type Summary = { readonly median: number; readonly min: number; readonly max: number }

export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? Number.NaN
  const middle = sorted.length / 2
  const median = Number.isInteger(middle)
    ? (at(middle - 1) + at(middle)) / 2
    : at(Math.floor(middle))
  return { median, min: at(0), max: at(sorted.length - 1) }
}
