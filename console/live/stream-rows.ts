import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { JournalEntry } from '../../mock-idp/index.ts'
import { readEvents } from '../../wire/read-events.ts'
import type { ViewParts } from '../view-parts.ts'
import { isWanted, readFilters } from './filters.ts'
import { requestRow } from './request-row.ts'

/** Server-sent events: a row of the list for each request that comes and that the query wants. */
export function streamRows(context: Context, { mock, findParties }: ViewParts): Response {
  const filters = readFilters(new URL(context.req.url).searchParams)
  return streamSSE(context, async (stream) => {
    const where = filters.tenant === '' ? '' : `?tenant=${encodeURIComponent(filters.tenant)}`
    const { body } = await mock.control(`/requests/stream${where}`)
    if (!body) return
    const ending = new AbortController()
    stream.onAbort(() => ending.abort())
    for await (const { event, data } of readEvents(body, ending.signal)) {
      if (event !== 'message') {
        await stream.writeSSE({ event, data })
        continue
      }
      const entry = JSON.parse(data) as JournalEntry
      const parties = await findParties(entry.tenantId, mock)
      if (!isWanted(entry, filters, parties)) continue
      await stream.writeSSE({ data: String(requestRow(entry, parties, filters)) })
    }
  })
}
