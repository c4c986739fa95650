import { Hono } from 'hono'
import { z } from 'zod'
import type { Arrival, JournalEntry } from '../journal/journal.ts'
import { idOf, tenantName } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { query } from './read-query.ts'

/** The name under which you find the requests to no tenant that exists. */
const unknownTenant = 'unknown'

const journalName = tenantName.meta({
  description: `Id or verified domain of the tenant; "${unknownTenant}" for requests to no tenant that exists.`,
})
const journalQuery = z.object({ tenant: journalName })
const requestsQuery = z
  .object({
    client: z.string().min(1, 'name the client: ?client=<client id>').optional().meta({
      description:
        'A client id: only requests that name it as client_id, in HTTP Basic or in their assertion, and those to no tenant that carry a secret or a token of it. Without a tenant: requests to all tenants, known or not, oldest first.',
    }),
    tenant: journalName.optional(),
  })
  .refine(({ tenant, client }) => tenant !== undefined || client !== undefined, {
    error: 'name the tenant: ?tenant=<id or domain>',
  })

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
        'What each request asked, what the mock looked at and what it answered. Secrets are masked. Name a tenant, a client, or both. Of a tenant, `dropped` counts the requests that came and are no longer kept: older ones make room where there are more than 500, or more than 8 MiB of one tenant or 64 MiB of all.',
    }),
    query(requestsQuery),
    (context) => {
      const { tenant, client } = context.req.valid('query')
      const journal = tenant === undefined ? undefined : journalOf(tenant)
      const requests =
        client === undefined
          ? (journal?.entries() ?? [])
          : inOrder(journals.ofClient(client, journal))
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
