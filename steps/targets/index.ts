import type { Variables } from '../cast/live-directory.ts'
import { type InProcessOptions, inProcessTarget } from './in-process.ts'
import { liveTarget } from './live.ts'
import { serverTarget } from './server.ts'
import type { Target, TargetKind } from './target.ts'

export type { Variables } from '../cast/live-directory.ts'
export type { InProcessOptions } from './in-process.ts'
export { type Target, type TargetKind, TargetUnreachable } from './target.ts'

export type TargetOptions = InProcessOptions & {
  /** Where a live target is. Default: the environment of the process. */
  readonly variables?: Variables | undefined
}

/** @throws {TargetUnreachable} */
export async function openTarget(
  kind: TargetKind,
  { variables = process.env, ...options }: TargetOptions = {},
): Promise<Target> {
  if (kind === 'live') return liveTarget(variables)
  if (kind === 'server') return serverTarget()
  return inProcessTarget(options)
}
