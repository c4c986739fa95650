import type { Ports } from '../ports/ports.ts'
import { GuardRefusal } from '../ports/provision-error.ts'
import { isWrittenBy } from '../record/env-file.ts'
import type { ProvisionRecord } from '../record/record.ts'
import { filesOf } from '../record/start-record.ts'
import type { ProvisionSettings } from '../settings.ts'

/**
 * Refuses to overwrite files that another program or run wrote under our names.
 *
 * @throws {GuardRefusal}
 */
export async function refuseForeignFiles(
  { files }: Ports,
  settings: ProvisionSettings,
  record: ProvisionRecord | undefined,
): Promise<void> {
  const env = await files.read(settings.paths.env)
  const isOwnEnv = env === undefined || (record !== undefined && isWrittenBy(record.runId, env))
  if (!isOwnEnv) throw foreign(settings.paths.env)
  if (record !== undefined) return
  for (const path of filesOf(settings)) {
    if ((await files.read(path)) !== undefined) throw foreign(path)
  }
}

const foreign = (path: string): GuardRefusal =>
  new GuardRefusal(
    `${path} exists, and this run of provision did not write it`,
    'Name another file with --out, or move this one away.',
  )
