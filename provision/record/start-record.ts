import { basename } from 'node:path'
import type { Ports } from '../ports/ports.ts'
import { type ProvisionSettings, usualNamePrefix } from '../settings.ts'
import { aboutRecord, type ProvisionRecord } from './record.ts'
import { partialPath } from './vault.ts'

/** The record of a run that has made nothing yet. */
export function startRecord(
  ports: Ports,
  settings: ProvisionSettings,
  tenant: { readonly tenantId: string; readonly domain: string },
  sponsorIds: readonly string[],
): ProvisionRecord {
  const { graphUrl, authorityHost, namePrefix = usualNamePrefix } = settings
  return {
    about: aboutRecord,
    version: 1,
    runId: ports.randomUuid().slice(0, 8),
    ...tenant,
    graphUrl,
    authorityHost,
    namePrefix,
    sponsorIds,
    startedAt: new Date(ports.now()).toISOString(),
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
