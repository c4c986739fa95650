import {
  type Arrival,
  arrivalOf,
  createJournal,
  type Journal,
  type JournalEntry,
  type Kept,
} from './journal.ts'

/** The journals of one mock. */
export type Journals = {
  /** The requests that asked no tenant which exists. */
  readonly strays: Journal
  /** One more, of a tenant. */
  readonly open: () => Journal
  /**
   * The requests that name a client, by its id in any letter case, in no order.
   * @param within - only those of this journal. Default: of all
   */
  readonly ofClient: (clientId: string, within?: Journal) => readonly Arrival[]
  /** The latest requests to all tenants, known or not, at most so many: the oldest first. */
  readonly latest: (count: number) => readonly Arrival[]
  /** Hears of every request from now on, after its answer. Returns how to stop listening. */
  readonly follow: (hear: Hearer) => () => void
}

/** Takes a request, and the ids of the clients that it names, in lower case. */
type Hearer = (entry: JournalEntry, clientIds: readonly string[]) => void

type Held = { readonly kept: Kept; readonly drop: () => void }

/** Of all tenants. A mock with more bytes of requests would run out of memory, and every tenant with it. */
const mostBytesOfAll = 64 * 1_048_576
/** Fewer entries that are gone are not worth a tidying. */
const leastToTidy = 1000

/** Keeps no more than so many bytes of requests: first the oldest goes, whosever it is. */
export function createJournals(mostBytes = mostBytesOfAll): Journals {
  /** In the order in which they came, those that are gone among them until the next tidying. */
  let queue: Held[] = []
  let first = 0
  let bytes = 0
  const live = new Set<Kept>()
  /** By client id. What came from `indexed` on is not in it yet: most mocks are never asked. */
  let byClient = new Map<string, Kept[]>()
  let indexed = 0
  const listeners = new Set<Hearer>()

  const tidy = () => {
    queue = queue.slice(first).filter(({ kept }) => live.has(kept))
    first = 0
    byClient = new Map()
    indexed = 0
  }
  const watch = {
    added: (kept: Kept, drop: () => void) => {
      live.add(kept)
      queue.push({ kept, drop })
      bytes += kept.bytes
      while (bytes > mostBytes && live.size > 1) {
        queue[first]?.drop()
        first += 1
      }
      if (queue.length > 2 * live.size + leastToTidy) tidy()
      if (listeners.size === 0) return
      const { entry } = arrivalOf(kept)
      const clientIds = kept.record.clientIds?.() ?? []
      for (const hear of listeners) hear(entry, clientIds)
    },
    dropped: (kept: Kept) => {
      live.delete(kept)
      bytes -= kept.bytes
    },
  }
  const indexRest = () => {
    for (const { kept } of queue.slice(Math.max(indexed, first))) {
      for (const id of new Set(kept.record.clientIds?.() ?? [])) {
        const others = byClient.get(id)
        if (others) others.push(kept)
        else byClient.set(id, [kept])
      }
    }
    indexed = queue.length
  }
  const open = () => createJournal({}, watch)
  return {
    strays: open(),
    open,
    ofClient: (clientId, within) => {
      indexRest()
      const all = byClient.get(clientId.toLowerCase()) ?? []
      const isWanted = within ? within.holds : (kept: Kept) => live.has(kept)
      return all.filter(isWanted).map(arrivalOf)
    },
    latest: (count) => {
      const kept: Kept[] = []
      for (let at = queue.length - 1; at >= first && kept.length < count; at -= 1) {
        const one = queue[at]?.kept
        if (one && live.has(one)) kept.push(one)
      }
      return kept.reverse().map(arrivalOf)
    },
    follow: (hear) => {
      // Of its own, so that the same function may listen twice.
      const listener: Hearer = (entry, clientIds) => hear(entry, clientIds)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
