import { type InProcessOptions, inProcessTarget } from './in-process.ts'
import { listeningTarget } from './listening.ts'
import { liveTarget } from './live.ts'
import { type RunningTenant, runningTarget } from './running.ts'
import { serverTarget } from './server.ts'
import type { Target, TargetKind } from './target.ts'
import type { Variables } from './variables.ts'

export type { InProcessOptions } from './in-process.ts'
export type { RunningTenant } from './running.ts'
export { type Target, type TargetKind, TargetUnreachable } from './target.ts'
export type { Variables } from './variables.ts'

export type TargetOptions = InProcessOptions & {
  /** Variables that describe a live target. Default: the environment of the process. */
  readonly variables?: Variables | undefined
  /** Whether the client is a separate program, so that even the in-process target needs ports. */
  readonly needsPort?: boolean | undefined
  /** In every tenant of a mock, varies details that a client must not depend on. Default: none. */
  readonly chaosSeed?: number | undefined
  /** A tenant of a mock that runs already, instead of a mock of this run. */
  readonly running?: RunningTenant | undefined
}

/** @throws {TargetUnreachable} */
export async function openTarget(
  kind: TargetKind,
  { variables = process.env, needsPort = false, running, ...options }: TargetOptions = {},
): Promise<Target> {
  if (running) return runningTarget(running)
  if (kind === 'live') return liveTarget(variables)
  if (kind === 'server') return serverTarget(options.chaosSeed)
  return needsPort ? listeningTarget(options.chaosSeed) : inProcessTarget(options)
}
