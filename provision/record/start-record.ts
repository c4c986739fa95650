import { basename } from 'node:path'
import { type ProvisionSettings, usualNamePrefix } from '../settings.ts'
import type { World } from '../world/world.ts'
import { aboutRecord, type ProvisionRecord } from './record.ts'
import { partialPath } from './vault.ts'

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
export const filesOf = ({
  paths: { env, certificate, key },
}: ProvisionSettings): readonly string[] => [env, partialPath(env), certificate, key]
