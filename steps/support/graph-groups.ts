import { idOfNobody } from '../../engine/cast/fill.ts'
import { administrator } from './graph-callers.ts'
import { entriesOf } from './graph-listings.ts'
import { accepted, askGraph } from './graph-session.ts'
import type { AgentIdWorld } from './world.ts'

/** Where a group is that goes by this name. */
export async function groupPath(world: AgentIdWorld, displayName: string): Promise<string> {
  const path = `/groups?$filter=displayName eq '${displayName}'`
  const { body } = accepted(
    await askGraph(world, administrator, { method: 'GET', path }),
    'the groups are listed',
  )
  const [found] = entriesOf(body)
  return `/groups/${String(found?.id ?? idOfNobody)}`
}
