import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAgentid } from './agentid-server.ts'
import { clientSuite } from './client-suite.ts'
import { delegatedRate } from './delegated-rate.ts'
import { graphLife } from './graph-life.ts'
import { graphList } from './graph-list.ts'
import { journalCost } from './journal-cost.ts'
import { largeDirectory } from './large-directory.ts'
import { linearScans } from './linear-scans.ts'
import type { Measurement } from './measurement.ts'
import { memory } from './memory.ts'
import { type BenchOptions, parseOptions, usage } from './options.ts'
import { provision } from './provision.ts'
import { writeReport } from './report.ts'
import { startUp } from './start-up.ts'
import { stateWrites } from './state-writes.ts'
import { tenantMemory } from './tenant-memory.ts'
import { tokenRate } from './token-rate.ts'

const measurements: Readonly<Record<string, Measurement>> = {
  'token-rate': tokenRate,
  'delegated-rate': delegatedRate,
  'journal-cost': journalCost,
  'start-up': startUp,
  memory,
  'large-directory': largeDirectory,
  'client-suite': clientSuite,
  'graph-life': graphLife,
  'graph-list': graphList,
  provision,
  'state-writes': stateWrites,
  'linear-scans': linearScans,
  'tenant-memory': tenantMemory,
}

/** A report, never a test: a missed target is shown, and only what breaks ends the run with an error. */
async function run(options: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'agentid-bench-'))
  const keysFolder = join(folder, 'keys')
  const progress = (line: string) => void process.stderr.write(`${line}\n`)
  try {
    await (await startAgentid({ ...options, keysFolder })).stop()
    process.stdout.write(`Node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} cores\n`)
    for (const [name, measure] of Object.entries(measurements)) {
      if (options.only.length > 0 && !options.only.includes(name)) continue
      const report = await measure({ ...options, folder, keysFolder, progress })
      process.stdout.write(writeReport(report))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`)
  process.exit(2)
}

function readOptions(): BenchOptions {
  try {
    return parseOptions(process.argv.slice(2))
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

const options = readOptions()
const unknown = options.only.find((name) => !(name in measurements))
if (unknown !== undefined) refuse(`no measurement is called '${unknown}'\n${usage}`)
if (!existsSync(join(options.dist, 'cli', 'agentid.js'))) {
  refuse(`there is no build in ${options.dist}. Run 'npm run build' first.`)
}
await run(options)
