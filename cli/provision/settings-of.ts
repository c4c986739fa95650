import { dirname, join, resolve } from 'node:path'
import {
  type Limits,
  type ProvisionRecord,
  type ProvisionSettings,
  pathsBeside,
  type TeardownSettings,
  usualLimits,
} from '../../provision/index.ts'
import { type Environment, variable } from '../token/variables.ts'
import type { DirectoryOptions, ProvisionOptions, TeardownOptions } from './provision-options.ts'
import { isLoopback, readTarget, type TargetSettings } from './target-settings.ts'

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
    paths: pathsBeside(resolve(options.out)),
    dryRun: options.dryRun,
    limits: limitsFor(options, target),
  }
}

/** What is removed, and where, is the record's to say. */
export function teardownSettings(
  options: TeardownOptions,
  env: Environment,
  record: ProvisionRecord | undefined,
): TeardownSettings & TargetSettings {
  const target = readTarget(env, record)
  return {
    ...target,
    tenantId: undefined,
    domain: undefined,
    productionTenant: undefined,
    maxUsers: 0,
    namePrefix: undefined,
    sponsorIds: [],
    paths: teardownPaths(options),
    dryRun: options.dryRun,
    limits: limitsFor(options, target),
    leaveDeleted: options.leaveDeleted,
  }
}

/** The record decides which files are removed; where they are is beside it. */
export function teardownPaths({ out, record }: Pick<TeardownOptions, 'out' | 'record'>) {
  if (record === undefined) return pathsBeside(resolve(out))
  const file = resolve(record)
  return { ...pathsBeside(join(dirname(file), 'agentid.env')), record: file }
}

/** A server on this machine needs no pacing. */
const limitsFor = (
  { wait }: Pick<DirectoryOptions, 'wait'>,
  { graphUrl }: TargetSettings,
): Limits => ({
  propagationMs: wait * 1000,
  lostAnswerMs: Math.min(wait * 1000, usualLimits.lostAnswerMs),
  requestIntervalMs: isLoopback(graphUrl) ? 0 : usualLimits.requestIntervalMs,
})
