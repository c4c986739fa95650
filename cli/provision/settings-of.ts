import { resolve } from 'node:path'
import {
  type Limits,
  type ProvisionRecord,
  type ProvisionSettings,
  pathsBeside,
  type TeardownSettings,
  usualLimits,
} from '../../provision/index.ts'
import { isLoopbackUrl } from '../../wire/loopback.ts'
import { type Environment, variable } from '../token/variables.ts'
import type { DirectoryOptions, ProvisionOptions, TeardownOptions } from './provision-options.ts'
import { readTarget, type TargetSettings } from './target-settings.ts'

/** The options, then the record of an earlier run, then the variables. */
export function provisionSettings(
  options: ProvisionOptions,
  env: Environment,
  record: ProvisionRecord | undefined,
): ProvisionSettings & TargetSettings {
  const target = readTarget(env, record)
  const fromVariables = (name: string) => (record === undefined ? variable(env, name) : undefined)
  return {
    ...target,
    tenantId: options.tenant ?? fromVariables('AGENTID_TENANT_ID'),
    domain: options.domain ?? fromVariables('AGENTID_TENANT_DOMAIN'),
    productionTenant: options.iKnowThisIsProduction,
    maxUsers: options.maxUsers,
    namePrefix: options.namePrefix,
    sponsorIds: options.sponsor ?? [],
    agentUser: options.agentUser,
    delegated: options.delegated,
    paths: pathsBeside(resolve(options.out)),
    dryRun: options.dryRun,
    limits: limitsFor(options, target),
  }
}

/** The record says what to remove, and where. */
export function teardownSettings(
  options: TeardownOptions,
  env: Environment,
  record: ProvisionRecord,
): TeardownSettings & TargetSettings {
  const target = readTarget(env, record)
  return {
    ...target,
    paths: { record: recordPath(options) },
    dryRun: options.dryRun,
    limits: limitsFor(options, target),
    leaveDeleted: options.leaveDeleted,
  }
}

/** The record says which files to remove; they are beside it. */
export const recordPath = ({ out, record }: Pick<TeardownOptions, 'out' | 'record'>): string =>
  record === undefined ? pathsBeside(resolve(out)).record : resolve(record)

/** A server on this machine needs no pacing. */
const limitsFor = (
  { wait }: Pick<DirectoryOptions, 'wait'>,
  { graphUrl }: TargetSettings,
): Limits => ({
  propagationMs: wait * 1000,
  lostAnswerMs: Math.min(wait * 1000, usualLimits.lostAnswerMs),
  requestIntervalMs: isLoopbackUrl(graphUrl) ? 0 : usualLimits.requestIntervalMs,
})
