import { idOfNobody } from '../../engine/cast/fill.ts'
import { administrator } from './graph-callers.ts'
import { entriesOf } from './graph-listings.ts'
import { accepted, askGraph } from './graph-session.ts'
import type { AgentIdWorld } from './world.ts'

const seen = new WeakMap<AgentIdWorld, Map<string, string>>()

/** The id of a group that went by this name when its path was last looked for. */
export function knownGroupId(world: AgentIdWorld, displayName: string): string {
  return seen.get(world)?.get(displayName) ?? idOfNobody
}

/** Where a group is that goes by this name. */
export async function groupPath(world: AgentIdWorld, displayName: string): Promise<string> {
  const path = `/groups?$filter=displayName eq '${displayName}'`
  const { body } = accepted(
    await askGraph(world, administrator, { method: 'GET', path }),
    'the groups are listed',
  )
  const [found] = entriesOf(body)
  const id = String(found?.id ?? idOfNobody)
  seen.set(world, new Map(seen.get(world)).set(displayName, id))
  return `/groups/${id}`
}
