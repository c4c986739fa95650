import pLimit from 'p-limit'
import { type Counts, countsOf } from './counts.ts'
import { runNode } from './run-tool.ts'

/** Something that runs in a process of its own. */
export type Part = {
  readonly name: string
  /** What Node runs. */
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>> | undefined
}

export type PartResult<P extends Part = Part> = {
  readonly part: P
  readonly isGood: boolean
  /** A part that broke without counting a failure has failed once. */
  readonly counts: Counts
  readonly output: string
  readonly seconds: number
}

/** The sources as they are, and no host but this machine. */
export const fromSource = ['--import', 'tsx', '--import', './tests/support/offline.ts']

/** Runs them in their order, two at a time: a third on two cores makes all of them slower. */
export async function runParts<P extends Part>(
  parts: readonly P[],
  onDone: (result: PartResult<P>) => void,
): Promise<readonly PartResult<P>[]> {
  const limit = pLimit(2)
  return Promise.all(
    parts.map((part) =>
      limit(async () => {
        const result = await runPart(part)
        onDone(result)
        return result
      }),
    ),
  )
}

async function runPart<P extends Part>(part: P): Promise<PartResult<P>> {
  const started = performance.now()
  const { status, output } = await runNode([...fromSource, ...part.args], { env: part.env })
  const counted = countsOf(output)
  const { passed = 0, failed = 0, skipped = 0 } = counted ?? {}
  const isGood = status === 0 && passed > 0 && failed === 0
  const counts = { passed, failed: isGood ? failed : Math.max(failed, 1), skipped }
  return { part, isGood, counts, output, seconds: (performance.now() - started) / 1000 }
}

/** What failed, without what passed before it, where that can be told. */
export function failuresIn(output: string): string {
  const start = output.lastIndexOf('✖ failing tests:')
  return start < 0 ? output : output.slice(start)
}

/** Why a test was left out, line by line. */
export function reasonsToSkip(output: string): readonly string[] {
  return output.split('\n').filter((line) => /^\s*﹣|^ {2}\d+ because /.test(line))
}

/** How many of the mistakes that were planted were found: of what, how many, of how many. */
export type Score = { readonly what: string; readonly found: number; readonly of: number }

export function scoresIn(output: string): readonly Score[] {
  const lines = output.matchAll(/^ *(.+: (?:caught|killed)) (\d+) of (\d+)$/gm)
  return [...lines].map(([, what = '', found, of]) => ({
    what,
    found: Number(found),
    of: Number(of),
  }))
}
