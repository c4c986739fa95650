import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pLimit from 'p-limit'
import { type Counts, describeCounts, sum } from '../tests/support/counts.ts'
import { root } from '../tests/support/run-tool.ts'
import {
  type AdapterFolder,
  adapterFolder,
  adapterFolders,
  isApi,
  isTemplate,
} from './clients/adapter-folders.ts'
import { isAsRecorded } from './clients/compare-wire.ts'
import { judgeAdapter } from './clients/judge-adapter.ts'
import { prepareAdapter } from './clients/prepare-adapter.ts'
import { watchingTests, watchPrograms } from './clients/watch-programs.ts'

/**
 * `npm run clients [-- [--update-wire] [--also NAME]… NAME…]`: judges the adapters of this repository, each with the
 * released package of its own lock file, and compares what they send with what they sent when it was last looked at.
 * `--also` judges more than every adapter, such as a template. The APIs
 * of `apis` and `examples` are judged beside them, named like `apis/agents-hosting`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'update-wire': { type: 'boolean', default: false },
    also: { type: 'string', multiple: true, default: [] },
    report: { type: 'string', default: join(root, 'conformance-report') },
  },
})

const started = performance.now()
let counts: Counts = { passed: 0, failed: 0, skipped: 0 }
/** Most of the work of a judgement is that of one process, so that two keep two cores busy. */
const judging = pLimit(2)
/** A judgement of an API mostly waits until the API reads the keys of its tenant again. */
const judgingApis = pLimit(3)
/** Downloads and builds go on beside them, in the same order. */
const preparing = pLimit(1)

const folders = [...adapterFolders(positionals), ...values.also.map(adapterFolder)]
const prepared = folders.map((folder) => preparing(() => prepare(folder)))
const judged = folders.map(async (folder, at) =>
  (await prepared[at]) === 'ready'
    ? (isApi(folder) ? judgingApis : judging)(() => judge(folder))
    : undefined,
)
const watched = (positionals.length > 0 ? [] : watchingTests).map(async (test) => {
  await Promise.all(prepared)
  return judging(() => watch(test))
})
await Promise.all([...judged, ...watched])
say(`${((performance.now() - started) / 1000).toFixed(1)} s`)
say(describeCounts(counts))
process.exitCode = counts.failed === 0 ? 0 : 1

async function prepare(folder: AdapterFolder): Promise<'ready' | 'left out' | 'broken'> {
  const took = stopwatch()
  try {
    const reason = await prepareAdapter(folder)
    if (reason === undefined) {
      say(`ready     ${folder.name} after ${took()}`)
      return 'ready'
    }
    say(`skipped   ${folder.name}: ${reason}`)
    count({ skipped: 1 })
    return 'left out'
  } catch (error) {
    say(`FAIL ${folder.name} ${error instanceof Error ? error.message : error}`)
    count({ failed: 1 })
    return 'broken'
  }
}

async function judge(folder: AdapterFolder): Promise<void> {
  const { name } = folder
  const took = stopwatch()
  const { output, isAsExpected } = await judgeAdapter(folder, join(values.report, name))
  say(`\n${output.trimEnd()}`)
  say(`${isAsExpected ? 'judged    ' : 'FAIL '}${name} in ${took()}`)
  count(isAsExpected ? { passed: 1 } : { failed: 1 })
  if (isTemplate(folder) || isApi(folder)) return
  const isSame = await isAsRecorded(folder, { update: values['update-wire'], say })
  count(isSame ? { passed: 1 } : { failed: 1 })
}

async function watch(test: string): Promise<void> {
  const took = stopwatch()
  const { counts: counted, output } = await watchPrograms(test)
  say(`${output}watched   ${counted.passed} programs of ${test} in ${took()}`)
  count(counted)
}

function count(more: Partial<Counts>): void {
  counts = sum(counts, { passed: 0, failed: 0, skipped: 0, ...more })
}

function stopwatch(): () => string {
  const began = performance.now()
  return () => `${((performance.now() - began) / 1000).toFixed(0)} s`
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
