import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { JournalEntry } from '../journal/journal.ts'
import type { Journals } from '../journal/journals.ts'
import { unknownTenant } from './unknown-tenant.ts'

/** Whose requests a reader follows. */
export type Followed = {
  readonly journals: Journals
  /** `unknown`: those to no tenant that exists. Undefined: every tenant. */
  readonly tenantId: string | undefined
  readonly client: string | undefined
}

/** What a slow reader has not read yet is kept in memory, up to so many. */
const mostWaiting = 1000

/** Server-sent events: one for each request that comes, until the reader goes. */
export function streamRequests(
  context: Context,
  { journals, client, ...wanted }: Followed,
): Response {
  const isWanted = ({ tenantId = unknownTenant }: JournalEntry, clientIds: readonly string[]) =>
    (wanted.tenantId ?? tenantId) === tenantId &&
    (client === undefined || clientIds.includes(client.toLowerCase()))
  return streamSSE(context, async (stream) => {
    let waiting: JournalEntry[] = []
    let missed = 0
    let wake = () => {}
    const stop = journals.follow((entry, clientIds) => {
      if (!isWanted(entry, clientIds)) return
      waiting.push(entry)
      if (waiting.length > mostWaiting) {
        waiting.shift()
        missed += 1
      }
      wake()
    })
    stream.onAbort(() => {
      stop()
      wake()
    })
    // A first event tells that the mock listens: what comes from here on is not missed.
    await stream.writeSSE({ event: 'following', data: '' })
    while (!stream.aborted) {
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      const batch = waiting
      waiting = []
      if (missed > 0) await stream.writeSSE({ event: 'missed', data: String(missed) })
      missed = 0
      for (const entry of batch) await stream.writeSSE({ data: JSON.stringify(entry) })
    }
  })
}
