/** How many tests passed, failed, and were left out with a printed reason. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

export function sum(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }
}

export const describeCounts = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

/** What a run counted. Undefined: it did not come to its end. */
export function countsOf(output: string): Counts | undefined {
  return countNodeTests(output) ?? countConformance(output)
}

/** The last lines of Node's spec reporter. Undefined: it did not come to its end. */
export function countNodeTests(output: string): Counts | undefined {
  const number = (name: string) => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(output)?.[1])
  const [passed, failed, skipped] = [number('pass'), number('fail'), number('skipped')]
  return Number.isNaN(passed) ? undefined : { passed, failed, skipped }
}

/** The last line of a conformance run. */
function countConformance(output: string): Counts | undefined {
  const counted = output.matchAll(/(\d+) passed, (\d+) failed(?:, (\d+) not testable)?/g)
  const [last] = [...counted].slice(-1)
  if (!last) return undefined
  return { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0) }
}
