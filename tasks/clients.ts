import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readReport } from '../reports/index.ts'
import { type Counts, countNodeTests } from '../tests/support/counts.ts'
import { reasonsToSkip } from '../tests/support/run-parts.ts'
import { root, runNode, runNodeAloud } from '../tests/support/run-tool.ts'
import { type AdapterFolder, adapterFolders } from './clients/adapter-folders.ts'
import { compareWire } from './clients/compare-wire.ts'
import { prepareAdapter } from './clients/prepare-adapter.ts'

/**
 * `npm run clients [-- [--update-wire | --no-wire] NAME…]`: judges the adapters of this repository, each with the
 * released package of its own lock file, and compares what they send with what they sent when it was last looked at.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'update-wire': { type: 'boolean', default: false },
    'no-wire': { type: 'boolean', default: false },
    report: { type: 'string', default: join(root, 'conformance-report') },
  },
})

const nothing: Counts = { passed: 0, failed: 0, skipped: 0 }
const started = performance.now()
const leftOut: string[] = []
const ready: AdapterFolder[] = []
for (const folder of adapterFolders(positionals)) {
  const reason = await prepareAdapter(folder)
  if (reason === undefined) ready.push(folder)
  else leftOut.push(`${folder.name}: ${reason}`)
  say(reason === undefined ? `ready     ${folder.name}` : `left out  ${folder.name}: ${reason}`)
}

const manifests = ready.flatMap(({ manifestFile }) => ['--manifest', manifestFile])
const command = [join(root, 'dist', 'cli', 'agentid.js'), 'conformance']
const status = await runNodeAloud([...command, ...manifests, '--report', values.report])
const { subjects } = await readReport(values.report)
const asExpected: readonly string[] = ['conforms', 'fails as expected']
const nonconforming = subjects.filter(({ verdict }) => !asExpected.includes(verdict))
const compared = values['no-wire'] ? [] : ready
const differing = await compareWire(compared, { update: values['update-wire'], say })
const watched = positionals.length > 0 ? nothing : await watchPrograms()

for (const { name, verdict } of nonconforming) say(`FAIL ${name} ${verdict}`)
for (const reason of leftOut) say(`skipped ${reason}`)
const unkept = Math.max(nonconforming.length, status === 0 ? 0 : 1) + differing.length
const passed = ready.length + compared.length - unkept + watched.passed
const failed = unkept + watched.failed
say(`${((performance.now() - started) / 1000).toFixed(1)} s`)
say(`${passed} passed, ${failed} failed, ${leftOut.length + watched.skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1

/**
 * `agentid observe` on programs that use these packages, the findings about them, and provisioning with them, now that
 * they are installed.
 */
async function watchPrograms(): Promise<Counts> {
  const tests = [
    'observe/real-programs.test.ts',
    'observe/findings.test.ts',
    'provisioning/real-tools.test.ts',
  ].map((file) => join(root, 'proofs', 'programs', file))
  const args = ['--import', 'tsx', '--test', '--test-reporter=spec', ...tests]
  const { status: ended, output } = await runNode(args)
  const counts = countNodeTests(output)
  if (ended === 0 && counts) {
    say(`watched   ${counts.passed} programs`)
    for (const reason of reasonsToSkip(output)) say(`skipped ${reason.trim()}`)
    return counts
  }
  say(output)
  return { ...(counts ?? nothing), failed: Math.max(counts?.failed ?? 0, 1) }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
