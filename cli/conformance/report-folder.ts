import { mkdir, mkdtemp, rmdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UsageError } from '../usage-error.ts'

/**
 * The folder for the reports, made where it is missing. An absolute path.
 * @throws {UsageError} if nothing can be written there
 */
export async function openReportFolder(report: string | undefined): Promise<string | undefined> {
  if (report === undefined) return undefined
  const folder = resolve(report)
  try {
    await mkdir(folder, { recursive: true })
    // Permissions alone are not enough: the file system may be read-only.
    await rmdir(await mkdtemp(join(folder, '.can-be-written-')))
    return folder
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `cannot write the reports to ${folder}: ${reason}. Choose another folder with --report.`,
    )
  }
}

/** Where the messages of Cucumber go: for one client, or each of several. An absolute path. */
export function messagesFiles(folder: string, names: readonly string[]): readonly string[] {
  if (names.length <= 1) return [join(folder, 'messages.ndjson')]
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = name.replaceAll(/[^\w.-]+/g, '-')
    let unique = plain
    for (let next = 2; taken.has(unique.toLowerCase()); next += 1) unique = `${plain}-${next}`
    taken.add(unique.toLowerCase())
    return join(folder, `messages-${unique}.ndjson`)
  })
}
