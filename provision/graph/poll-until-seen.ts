import { pollUntil } from '../ports/poll.ts'
import type { Ports } from '../ports/ports.ts'
import type { Graph } from './graph-request.ts'
import { type ObjectKind, objectPath } from './paths.ts'
import { unlessGone } from './unless-gone.ts'

type Sought = { readonly kind: ObjectKind; readonly name: string; readonly id?: string | undefined }

/** Looks for an object until Graph shows it; false when the time is over. */
export async function pollUntilSeen(
  { ports, graph }: { readonly ports: Ports; readonly graph: Graph },
  { kind, name, id = '' }: Sought,
  untilMs: number,
): Promise<boolean> {
  const path = `${objectPath(kind, id)}?$select=id`
  const seen = await pollUntil(ports, { untilMs, what: `for Graph to show ${name}` }, () =>
    unlessGone(graph({ method: 'GET', path })),
  )
  return seen !== undefined
}
