import { type ProvisionSettings, pathsBeside } from '../settings.ts'
import type { TeardownSettings } from '../teardown.ts'
import { domain, tenantId } from './fake-directory.ts'
import { authorityHost, graphUrl } from './fake-world.ts'

export const testSettings: ProvisionSettings = {
  graphUrl,
  authorityHost,
  caFile: undefined,
  scope: 'https://graph.microsoft.com/.default',
  tenantId,
  domain,
  productionTenant: undefined,
  maxUsers: 50,
  namePrefix: 'agentid-',
  sponsorIds: [],
  paths: pathsBeside('/home/agentid.env'),
  dryRun: false,
  limits: { propagationMs: 300_000, lostAnswerMs: 60_000, requestIntervalMs: 0 },
}

const { limits, paths } = testSettings

export const teardownSettings: TeardownSettings = {
  graphUrl,
  paths,
  dryRun: false,
  limits,
  leaveDeleted: false,
}
