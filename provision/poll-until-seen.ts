import { type ObjectKind, objectPath } from './graph/paths.ts'
import { unlessGone } from './graph/unless-gone.ts'
import type { Job } from './job.ts'
import { pollUntil } from './poll.ts'

type Sought = { readonly kind: ObjectKind; readonly name: string; readonly id?: string | undefined }

/** Looks for an object again until Graph shows it; false when the time is over. */
export async function pollUntilSeen(
  { world, graph }: Pick<Job, 'world' | 'graph'>,
  { kind, name, id = '' }: Sought,
  untilMs: number,
): Promise<boolean> {
  const path = `${objectPath(kind, id)}?$select=id`
  const seen = await pollUntil(world, { untilMs, what: `${name} to be seen` }, () =>
    unlessGone(graph({ method: 'GET', path })),
  )
  return seen !== undefined
}
