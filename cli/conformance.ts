import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { runConformance } from '../steps/run/index.ts'
import type { ConformanceOptions } from './conformance-options.ts'
import { UsageError } from './usage-error.ts'

/** `agentid conformance`: runs the specification and answers the exit code. */
export async function runConformanceCommand(options: ConformanceOptions): Promise<number> {
  const { target, tags, report } = options
  const reportFolder = report === undefined ? undefined : await makeFolder(report)
  const { stdout } = process
  const { exitCode } = await runConformance({
    target,
    tags,
    reportFolder,
    write: (text) => stdout.write(text),
    isTty: stdout.isTTY === true,
    columns: stdout.columns,
  })
  return exitCode
}

async function makeFolder(report: string): Promise<string> {
  const folder = resolve(report)
  try {
    await mkdir(folder, { recursive: true })
    return folder
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `the folder for the reports cannot be made: ${reason}. Pass another with --report.`,
    )
  }
}
