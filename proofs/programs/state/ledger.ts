import assert from 'node:assert/strict'
import type { KillableMock } from '../../../tests/support/served-mock.ts'
import { createGraph, type Graph } from './graph.ts'

/** A blueprint as far as its writes were acknowledged, and what was under way when the mock was killed. */
type Kept = {
  readonly id: string
  readonly appId: string
  /** The last acknowledged name, and one that may have been written. */
  readonly names: Set<string>
  readonly secrets: string[]
  agentId: string | undefined
  /** An agent identity whose removal was acknowledged. */
  removedId: string | undefined
}

/** Every acknowledged write, and how many creations were never answered. */
export type Ledger = { readonly kept: Kept[]; acknowledged: number; unanswered: number }

export const newLedger = (): Ledger => ({ kept: [], acknowledged: 0, unanswered: 0 })

/** Makes, changes and removes one thing after another until the mock is gone. */
export async function writeUntilGone(
  mock: KillableMock,
  ledger: Ledger,
  nextName: () => string,
  onWrite: () => void,
): Promise<void> {
  const graph = createGraph(mock, () => {
    ledger.acknowledged += 1
    onWrite()
  })
  for (;;) {
    const made = await graph.create(nextName())
    if (!made) {
      ledger.unanswered += 1
      return
    }
    const { id, appId, displayName } = made
    const one: Kept = {
      ...{ id, appId, names: new Set([displayName]), secrets: [] },
      ...{ agentId: undefined, removedId: undefined },
    }
    ledger.kept.push(one)
    if (!(await writeAround(graph, one))) return
  }
}

/** @returns false where the mock was gone before the last answer */
async function writeAround(graph: Graph, one: Kept): Promise<boolean> {
  if (!(await graph.createPrincipal(one.appId))) return false
  one.agentId = await graph.createAgent(one.appId)
  if (!one.agentId) return false
  for (let at = 0; at < 2; at++) {
    const secret = await graph.addSecret(one.id)
    if (!secret) return false
    one.secrets.push(secret)
  }
  const name = `${[...one.names][0]} renamed`
  one.names.add(name)
  if (!(await graph.rename(one.id, name))) return false
  one.names.clear()
  one.names.add(name)
  const id = await graph.createAgent(one.appId)
  if (!id) return false
  if (!(await graph.removeAgent(id))) return false
  one.removedId = id
  return true
}

/** Asserts that all that was acknowledged is there, whole, and that nothing is there that nobody asked for. */
export async function verify(mock: KillableMock, ledger: Ledger, since: number): Promise<void> {
  const graph = createGraph(mock, () => undefined)
  for (const [at, one] of ledger.kept.entries()) {
    const shown = await graph.show(one.id)
    assert.ok(one.names.has(shown.displayName), `${shown.displayName} of ${[...one.names]}`)
    // One more may have been written without an answer.
    const extra = shown.passwordCredentials.length - one.secrets.length
    assert.ok(extra === 0 || extra === 1, `${one.secrets.length} secrets, and ${extra} more`)
    if (one.agentId) assert.ok(await graph.hasAgent(one.agentId), `${one.agentId} was lost`)
    if (one.removedId) {
      assert.equal(await graph.hasAgent(one.removedId), false, `${one.removedId} came back`)
    }
    if (at >= since) await authenticate(graph, one)
  }
  const extra = (await graph.countCreated()) - ledger.kept.length
  assert.ok(extra >= 0 && extra <= ledger.unanswered, `${extra} of ${ledger.unanswered} unanswered`)
}

async function authenticate(graph: Graph, { appId, agentId, secrets }: Kept): Promise<void> {
  for (const secret of secrets) {
    assert.ok(agentId)
    assert.match(await graph.obtainToken({ appId, secret, agentId }), /^ey[^.]+\.[^.]+\.[^.]+$/)
  }
}
