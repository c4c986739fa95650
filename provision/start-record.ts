import { basename } from 'node:path'
import { isWrittenBy } from './files/env-file.ts'
import { partialPath } from './files/vault.ts'
import { GuardRefusal } from './provision-error.ts'
import { aboutRecord, type ProvisionRecord } from './record/record.ts'
import { type ProvisionSettings, usualNamePrefix } from './settings.ts'
import type { World } from './world.ts'

/** The record of a run that has made nothing yet. */
export function startRecord(
  world: World,
  settings: ProvisionSettings,
  tenant: { readonly tenantId: string; readonly domain: string },
  sponsorIds: readonly string[],
): ProvisionRecord {
  const { graphUrl, authorityHost, namePrefix = usualNamePrefix } = settings
  return {
    about: aboutRecord,
    version: 1,
    runId: world.randomUuid().slice(0, 8),
    ...tenant,
    graphUrl,
    authorityHost,
    namePrefix,
    sponsorIds,
    startedAt: new Date(world.now()).toISOString(),
    objects: {},
    former: [],
    secrets: {},
    files: filesOf(settings).map((path) => basename(path)),
  }
}

/** Every file that a run writes beside its record. */
const filesOf = ({ paths: { env, certificate, key } }: ProvisionSettings): readonly string[] => [
  env,
  partialPath(env),
  certificate,
  key,
]

/**
 * What somebody else has put at the place of our files is not overwritten.
 *
 * @throws {GuardRefusal}
 */
export async function refuseForeignFiles(
  { files }: World,
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
    `${path} is there and was not written by this run of provision`,
    'Name another file with --out, or move this one away.',
  )
