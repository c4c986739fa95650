import { parseArgs } from 'node:util'
import { type Counts, describeCounts, sum } from './support/counts.ts'
import {
  failuresIn,
  fromSource,
  type PartResult,
  reasonsToSkip,
  runParts,
  scoresIn,
} from './support/run-parts.ts'
import { runNode, runNodeAloud } from './support/run-tool.ts'
import { foldersWithUnitTests } from './support/test-files.ts'

/** `npm test` runs all of these, the longest first; `npm test -- PATH…` runs test files, or those in folders. */
const parts = [
  ...[1, 2].map((half) => ({
    name: `unit tests, half ${half}`,
    args: [
      '--test-reporter=spec',
      'tests/files.ts',
      '--part',
      `${half}/2`,
      ...foldersWithUnitTests(),
    ],
  })),
  {
    name: 'the whole product',
    args: ['--test-reporter=spec', 'tests/files.ts', 'tests'],
  },
  {
    name: 'the reference client keeps every rule, and a broken one is caught by its rule',
    args: ['proofs/runs/client-rules.ts'],
  },
  {
    name: 'every rule is needed, and a broken identity provider is caught',
    args: ['proofs/runs/provider-rules.ts'],
  },
  {
    name: 'the specification, in process',
    args: ['dist/cli/agentid.js', 'conformance', '--target', 'in-process'],
  },
]

const { positionals: paths } = parseArgs({ allowPositionals: true })
const started = performance.now()
// Commands are spawned as they are built.
const build = await runNode(['tasks/build.mjs'])
if (build.status !== 0) throw new Error(`the build failed:\n${build.output}`)
process.exitCode = paths.length > 0 ? await runFiles(paths) : await runAll()

function runFiles(files: readonly string[]): Promise<number> {
  return runNodeAloud([...fromSource, '--test-reporter=spec', 'tests/files.ts', ...files])
}

async function runAll(): Promise<number> {
  const results = await runParts(parts, report)
  const nothing: Counts = { passed: 0, failed: 0, skipped: 0 }
  const totals = results.map(({ counts }) => counts).reduce(sum, nothing)
  say(`${((performance.now() - started) / 1000).toFixed(1)} s`)
  say('Not run: what is exhaustive (npm run prove) and real client libraries (npm run clients)')
  say(describeCounts(totals))
  return totals.failed === 0 ? 0 : 1
}

function report({ part, isGood, counts, output, seconds }: PartResult): void {
  const mark = isGood ? 'ok  ' : 'FAIL'
  say(`${mark} ${part.name}: ${describeCounts(counts)} (${seconds.toFixed(1)} s)`)
  if (!isGood) say(failuresIn(output))
  for (const { what, found, of } of scoresIn(output)) say(`       ${what} ${found} of ${of}`)
  for (const reason of reasonsToSkip(output)) say(`       ${reason.trim()}`)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
