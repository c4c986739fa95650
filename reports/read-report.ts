import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ConformanceReport } from './report.ts'
import { fileSystemReason, ReportError } from './report-error.ts'
import { reportFormat, reportSchema } from './report-schema.ts'

const howToGetOne = 'create one with: agentid conformance --report FOLDER'

/**
 * Reads a report.
 *
 * @param pathOrFolder a report folder, or its `checks.json`
 * @throws ReportError if the file is missing, is not JSON or is not a report of this format
 */
export async function readReport(pathOrFolder: string): Promise<ConformanceReport> {
  const path = (await isFolder(pathOrFolder)) ? join(pathOrFolder, 'checks.json') : pathOrFolder
  const value = parse(path, await read(path))
  const format = z.object({ format: z.string() }).safeParse(value).data?.format
  if (format === undefined) {
    throw new ReportError(`${path} is not a report of agentid conformance; ${howToGetOne}`)
  }
  if (format !== reportFormat) {
    throw new ReportError(
      `${path} has the format "${format}", but this version reads "${reportFormat}"; create the report again`,
    )
  }
  const { data, error } = reportSchema.safeParse(value)
  if (error) {
    throw new ReportError(`${path} is not a valid report:\n${z.prettifyError(error)}`)
  }
  // JSON has no undefined: an optional member is absent instead.
  return data as ConformanceReport
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found?.isDirectory() ?? false
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const reason = fileSystemReason(error)
    throw new ReportError(`cannot read the report ${path}: ${reason}; ${howToGetOne}`, {
      cause: error,
    })
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = fileSystemReason(error)
    throw new ReportError(`${path} is not JSON: ${reason}; ${howToGetOne}`, { cause: error })
  }
}
