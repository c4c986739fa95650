import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { printableLines } from '../wire/printable.ts'
import { badgeOf, badgeSvg } from './badge.ts'
import { junitXml } from './junit.ts'
import { renderPage } from './page/render-page.ts'
import type { ConformanceReport } from './report.ts'
import { fileSystemReason, ReportError } from './report-error.ts'
import { summaryMarkdown } from './summary.ts'

export type WriteReportsOptions = {
  /** `GITHUB_STEP_SUMMARY`: a file to which the summary is appended. */
  readonly stepSummaryFile?: string | undefined
}

const files: Readonly<Record<string, (report: ConformanceReport) => string>> = {
  'conformance.html': renderPage,
  'checks.json': (report) => json(report),
  'junit.xml': junitXml,
  'badge.svg': badgeSvg,
  'badge.json': (report) => json(badgeOf(report)),
  'summary.md': summaryMarkdown,
}

/**
 * Writes every form of the report.
 *
 * @param folder exists
 * @returns the paths that were written
 * @throws ReportError if a file cannot be written
 */
export async function writeReports(
  report: ConformanceReport,
  folder: string,
  { stepSummaryFile }: WriteReportsOptions = {},
): Promise<readonly string[]> {
  const written = await Promise.all(
    Object.entries(files).map(([name, content]) => write(join(folder, name), content(report))),
  )
  if (!stepSummaryFile) return written
  return [...written, await write(stepSummaryFile, summaryMarkdown(report), appendFile)]
}

type Write = (path: string, content: string) => Promise<void>

async function write(path: string, content: string, how: Write = writeFile): Promise<string> {
  try {
    await how(path, content)
    return path
  } catch (error) {
    throw new ReportError(
      `cannot write the report ${path}: ${fileSystemReason(error)}; name an existing, writable folder`,
      { cause: error },
    )
  }
}

/** Its texts are what they were, and nothing in the file steers what shows it. */
function json(value: unknown): string {
  return `${printableLines(JSON.stringify(value, null, 2))}\n`
}
