import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNode } from '../tasks/run-tool.ts'
import { type Counts, countConformance, countNodeTests, sum } from './support/counts.ts'

/** A part of the tests: what it is called, what runs it, and how its output is counted. */
type Part = {
  readonly name: string
  readonly args: readonly string[]
  readonly count: (output: string) => Counts | undefined
}

/** The sources as they are, and no host but this machine. */
const offline = ['--import', 'tsx', '--import', './tests/support/offline.ts']
const conformance = [...offline, 'dist/cli/agentid.js', 'conformance', '--target']
const wholeProductTests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('tests', name))

const parts: readonly Part[] = [
  {
    name: 'unit tests',
    args: [...offline, '--test-reporter=spec', 'tests/unit-tests.ts'],
    count: countNodeTests,
  },
  {
    name: 'the specification, in process',
    args: [...conformance, 'in-process'],
    count: countConformance,
  },
  {
    name: 'the specification, over https',
    args: [...conformance, 'server'],
    count: countConformance,
  },
  {
    name: 'the specification, on a target that variables name',
    args: [...offline, 'tests/live-target.ts'],
    count: countConformance,
  },
  {
    name: 'the specification, on the reference client',
    args: [...offline, 'tests/reference-client.ts'],
    count: countConformance,
  },
  {
    name: 'the specification itself: every rule is needed',
    args: [...offline, 'tests/specification-checks.ts'],
    count: countConformance,
  },
  {
    name: 'broken clients are caught, first half',
    args: [...offline, 'tests/broken-clients.ts', '--shard', '1/2'],
    count: countConformance,
  },
  {
    name: 'broken clients are caught, second half',
    args: [...offline, 'tests/broken-clients.ts', '--shard', '2/2'],
    count: countConformance,
  },
  {
    name: 'broken identity providers are caught',
    args: [...offline, 'tests/broken-providers.ts'],
    count: countConformance,
  },
  {
    name: 'the whole product',
    args: [...offline, '--test', '--test-reporter=spec', ...wholeProductTests],
    count: countNodeTests,
  },
]

const nothing: Counts = { passed: 0, failed: 0, skipped: 0 }

const build = await runNode(['tasks/build.mjs'])
if (build.status !== 0) throw new Error(`the build failed:\n${build.output}`)

const started = performance.now()
const waiting = [...parts]
const totals: Counts[] = []
// One part for each core keeps both busy; more would only make the timings of each other worse.
await Promise.all([work(), work()])
const { passed, failed, skipped } = totals.reduce(sum, nothing)
process.stdout.write(`${seconds(started)} s\n`)
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`)
process.exitCode = failed === 0 ? 0 : 1

async function work(): Promise<void> {
  for (let part = waiting.shift(); part; part = waiting.shift()) totals.push(await run(part))
}

async function run({ name, args, count }: Part): Promise<Counts> {
  const partStarted = performance.now()
  const { status, output } = await runNode(args)
  const counts = count(output)
  const isGood = status === 0 && counts !== undefined && counts.passed > 0 && counts.failed === 0
  const summary = counts
    ? `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
    : 'no result'
  process.stdout.write(
    `${isGood ? 'ok  ' : 'FAIL'} ${name}: ${summary} (${seconds(partStarted)} s)\n`,
  )
  if (!isGood) process.stdout.write(`${output}\n`)
  else process.stdout.write(scores(output) + reasonsToSkip(output))
  // A part that broke without counting a failure is a failure all the same.
  if (isGood || (counts && counts.failed > 0)) return counts ?? nothing
  return { ...(counts ?? nothing), failed: 1 }
}

/** How many of the mistakes that were planted were found. */
function scores(output: string): string {
  const lines = output.split('\n').filter((line) => / (caught|killed) \d+ of \d+$/.test(line))
  return lines.map((line) => `       ${line.trim()}\n`).join('')
}

function reasonsToSkip(output: string): string {
  const lines = output.split('\n').filter((line) => /^\s*﹣|^ {2}\d+ because /.test(line))
  return lines.map((line) => `       ${line.trim()}\n`).join('')
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1)
}
