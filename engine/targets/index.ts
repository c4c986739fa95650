import { type InProcessOptions, inProcessTarget } from './in-process.ts'
import { listeningTarget } from './listening.ts'
import { liveTarget } from './live.ts'
import type { Variables } from './live-directory.ts'
import { serverTarget } from './server.ts'
import type { Target, TargetKind } from './target.ts'

export type { InProcessOptions } from './in-process.ts'
export type { Variables } from './live-directory.ts'
export { type Target, type TargetKind, TargetUnreachable } from './target.ts'

export type TargetOptions = InProcessOptions & {
  /** Where a live target is. Default: the environment of the process. */
  readonly variables?: Variables | undefined
  /** Whether a program of its own asks the target, so that even the one in this process needs ports. */
  readonly needsPort?: boolean | undefined
  /** Varies, in every tenant of a mock, what a client must not depend on. Default: nothing. */
  readonly chaosSeed?: number | undefined
}

/** @throws {TargetUnreachable} */
export async function openTarget(
  kind: TargetKind,
  { variables = process.env, needsPort = false, ...options }: TargetOptions = {},
): Promise<Target> {
  if (kind === 'live') return liveTarget(variables)
  if (kind === 'server') return serverTarget(options.chaosSeed)
  return needsPort ? listeningTarget(options.chaosSeed) : inProcessTarget(options)
}
