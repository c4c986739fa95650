import type { Change } from '../directory/collections.ts'
import type { Journal } from '../journal/journal.ts'
import { laggingWorld, type TenantLag } from '../sandbox/lag/index.ts'
import type { World } from '../world.ts'
import type { GraphCall, GraphResult } from './call/graph-call.ts'
import { inDirectory } from './call/graph-tenant.ts'
import type { Operation } from './call/operation.ts'
import { showObject } from './entities/index.ts'
import { settle } from './settle.ts'

/** What the directory needs of a tenant besides its objects. */
export type GraphFacilities = {
  readonly journal: Pick<Journal, 'entries'>
  readonly lag: Pick<TenantLag, 'viewFor'>
}

type Asked = Omit<GraphCall, 'tenant' | 'stored' | 'commit' | 'showObject' | 'signIns'>

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
    tenant: inDirectory(tenant, world.directory),
    world: tenant === stored ? world : laggingWorld(world, tenant),
    commit: (more) => changes.push(...more),
    showObject,
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

const lastTurns = new Map<string, Promise<unknown>>()

/** Writes of a tenant one after another, so that none is lost between what another reads and what it writes. */
export function inTurn<Result>(tenantId: string, act: () => Promise<Result>): Promise<Result> {
  const before = lastTurns.get(tenantId) ?? Promise.resolve()
  const turn = before.then(act)
  const settled = turn.catch(() => {})
  lastTurns.set(tenantId, settled)
  void settled.then(() => {
    if (lastTurns.get(tenantId) === settled) lastTurns.delete(tenantId)
  })
  return turn
}
