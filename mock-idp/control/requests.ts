import type { Context, Hono } from 'hono'
import type { Arrival, Journal, JournalEntry } from '../journal/journal.ts'
import type { Tenants } from '../tenants/tenants.ts'
import type { World } from '../world.ts'
import { ControlProblem } from './problem.ts'

type Parts = {
  readonly world: World
  readonly tenants: Pick<Tenants, 'sandboxOf'>
  readonly strays: Journal
}

/** The name under which the requests are found that asked no tenant which exists. */
const unknownTenant = 'unknown'

/** `/_mock/requests`: the journal of a tenant, the strays, or all that a client sent wherever it went. */
export function addRequestOperations(
  control: Hono,
  { world, tenants, strays }: Parts,
  idOf: (name: string | undefined) => string,
): void {
  const journalOf = (name: string | undefined) =>
    name === unknownTenant ? strays : tenants.sandboxOf(idOf(name)).journal
  const everyJournal = () => [
    strays,
    ...[...world.directory.tenants()].map(({ id }) => tenants.sandboxOf(id).journal),
  ]

  control.get('/requests', (context) => {
    const { tenant, client } = asked(context)
    if (client === undefined) return context.json({ requests: journalOf(tenant).entries() })
    const journals = tenant === undefined ? everyJournal() : [journalOf(tenant)]
    return context.json({ requests: requestsOf(client, journals) })
  })
  control.delete('/requests', (context) => {
    journalOf(asked(context).tenant).clear()
    return context.body(null, 204)
  })
}

function asked({ req }: Context) {
  const [tenant, client] = [req.query('tenant'), req.query('client')]
  if (client === '') throw new ControlProblem(400, 'name the client: ?client=<client id>')
  return { tenant, client }
}

/** Oldest first. Clocks of tenants may differ, so what came at the same time is told apart by its arrival. */
function requestsOf(clientId: string, journals: readonly Journal[]): readonly JournalEntry[] {
  return journals
    .flatMap((journal) => journal.arrivals())
    .filter(({ entry }) => names(entry, clientId.toLowerCase()))
    .sort(byTimeThenArrival)
    .map(({ entry }) => entry)
}

function names({ parameters, query, basicClientId, assertion }: JournalEntry, wanted: string) {
  const claims = (assertion?.claims ?? {}) as Readonly<Record<string, unknown>>
  const named = [parameters.client_id, query.client_id, basicClientId, claims.iss, claims.sub]
  return named.some((name) => typeof name === 'string' && name.toLowerCase() === wanted)
}

function byTimeThenArrival(one: Arrival, other: Arrival): number {
  const between = Date.parse(one.entry.time) - Date.parse(other.entry.time)
  return between === 0 ? one.arrival - other.arrival : between
}
