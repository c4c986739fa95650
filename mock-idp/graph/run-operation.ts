import type { Change } from '../directory/collections.ts'
import { laggingWorld } from '../sandbox/lag/index.ts'
import type { World } from '../world.ts'
import type { GraphCall, GraphResult } from './call/graph-call.ts'
import type { GraphFacilities } from './facilities.ts'
import type { Operation } from './operations/operation.ts'
import { settle } from './settle.ts'
import { inTurn } from './turns.ts'

type Asked = Omit<GraphCall, 'tenant' | 'stored' | 'commit' | 'signIns'>

/** An operation on the tenant as this call sees it. What it changes is written when it has succeeded, all at once. */
export async function runOperation(
  operation: Operation,
  tenantId: string,
  asked: Asked,
  facilities: GraphFacilities,
): Promise<GraphResult> {
  const run = () => runNow(operation, tenantId, asked, facilities)
  return asked.method === 'GET' ? run() : inTurn(tenantId, run)
}

async function runNow(
  operation: Operation,
  tenantId: string,
  asked: Asked,
  { lag, journal }: GraphFacilities,
): Promise<GraphResult> {
  const { world, method, nowMs } = asked
  settle(tenantId, world, nowMs)
  const stored = tenantNow(tenantId, world)
  const tenant = lag.viewFor(method === 'GET' ? 'read' : 'write', stored)
  const changes: Change[] = []
  const result = await operation.run({
    ...asked,
    stored,
    tenant,
    world: tenant === stored ? world : laggingWorld(world, tenant),
    commit: (more) => changes.push(...more),
    signIns: () => journal.entries(),
  })
  if (changes.length > 0) world.directory.change(tenantId, changes)
  return result
}

function tenantNow(tenantId: string, { directory }: World) {
  const tenant = directory.findTenant(tenantId)
  if (!tenant) throw new TypeError(`no tenant ${tenantId}`)
  return tenant
}
