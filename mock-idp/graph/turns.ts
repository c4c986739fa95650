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
