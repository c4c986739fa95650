import { Hono } from 'hono'
import { z } from 'zod'
import type { Arrival, JournalEntry } from '../journal/journal.ts'
import { idOf, tenantName } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { query } from './read-query.ts'
import { streamRequests } from './stream-requests.ts'
import { unknownTenant } from './unknown-tenant.ts'

const journalName = tenantName.meta({
  description: `Id or verified domain of the tenant; "${unknownTenant}" for requests to no tenant that exists.`,
})
/** As many as all that a page shows at once. */
const mostLatest = 1000
const journalQuery = z.object({ tenant: journalName })
const followQuery = z.object({
  tenant: journalName.optional(),
  client: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'A client id: only requests that name it.' }),
})
const requestsQuery = z
  .object({
    client: z.string().min(1, 'name the client: ?client=<client id>').optional().meta({
      description:
        'A client id: only requests that name it as client_id, in HTTP Basic or in their assertion, and those to no tenant that carry a secret or a token of it. Without a tenant: requests to all tenants, known or not, oldest first.',
    }),
    tenant: journalName.optional(),
    last: z.coerce
      .number()
      .int()
      .min(1)
      .max(mostLatest)
      .optional()
      .meta({
        description: `Only so many of the latest requests, at most ${mostLatest}. Alone: of all tenants, known or not, in the order in which they came.`,
      }),
  })
  .refine(
    ({ tenant, client, last }) =>
      tenant !== undefined || client !== undefined || last !== undefined,
    { error: 'name the tenant: ?tenant=<id or domain>' },
  )

/** `/_mock/requests`: the journal of a tenant, the strays, or all that a client sent wherever it went. */
export function requestRoutes({ world, tenants, journals }: ControlParts): Hono {
  const journalOf = (name: string) =>
    name === unknownTenant
      ? journals.strays
      : tenants.sandboxOf(idOf(name, world.directory)).journal
  const routes = new Hono()

  routes.get(
    '/',
    operation({
      summary: 'Read the journal.',
      description:
        'What each request asked, what the mock looked at and what it answered. Secrets are masked. Name a tenant, a client, both, or how many of the last. Of a tenant, `dropped` counts the requests that came and are no longer kept: older ones make room where there are more than 500, or more than 8 MiB of one tenant or 64 MiB of all.',
    }),
    query(requestsQuery),
    (context) => {
      const { tenant, client, last = Number.POSITIVE_INFINITY } = context.req.valid('query')
      const journal = tenant === undefined ? undefined : journalOf(tenant)
      const all = () => journal?.entries() ?? journals.latest(last).map(({ entry }) => entry)
      const found = client === undefined ? all() : inOrder(journals.ofClient(client, journal))
      const requests = Number.isFinite(last) ? found.slice(-last) : found
      const dropped = journal?.dropped() ?? 0
      return context.json({ requests, ...(dropped > 0 && { dropped }) })
    },
  )

  routes.delete(
    '/',
    operation({ summary: 'Empty the journal of a tenant.', status: 204 }),
    query(journalQuery),
    (context) => {
      journalOf(context.req.valid('query').tenant).clear()
      return context.body(null)
    },
  )
  routes.get(
    '/stream',
    operation({
      summary: 'Follow the journal.',
      description:
        'Server-sent events, one for each request from now on, after its answer: `data` is the entry as JSON. Without a tenant and a client: of all tenants. A reader that is too slow misses the oldest; the event `missed` says how many.',
    }),
    query(followQuery),
    (context) => {
      const { tenant, client } = context.req.valid('query')
      const tenantId =
        tenant === undefined || tenant === unknownTenant ? tenant : idOf(tenant, world.directory)
      return streamRequests(context, { journals, tenantId, client })
    },
  )
  return routes
}

/** Oldest first. Clocks of tenants may differ, so what came at the same time is told apart by its arrival. */
function inOrder(requests: readonly Arrival[]): readonly JournalEntry[] {
  return [...requests].sort(byTimeThenArrival).map(({ entry }) => entry)
}

function byTimeThenArrival(one: Arrival, other: Arrival): number {
  const between = Date.parse(one.entry.time) - Date.parse(other.entry.time)
  return between === 0 ? one.arrival - other.arrival : between
}
