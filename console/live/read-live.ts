import type { ListedTenant } from '../mock/described.ts'
import type { Requests } from '../mock/open-mock.ts'
import { readRequest } from '../request/read-request.ts'
import type { ViewParts } from '../view-parts.ts'
import { isWanted, readFilters } from './filters.ts'
import type { Live } from './live-view.ts'

/** As many as the page shows at once. */
const mostShown = 1000
/** A choice among more is no choice: then a tenant is reached by its requests. */
const mostTenants = 200

/** Reads the latest requests that the query wants, and the one that it opens. */
export async function readLive(query: URLSearchParams, parts: ViewParts): Promise<Live> {
  const { mock, findParties } = parts
  const filters = readFilters(query)
  const where = new URLSearchParams({ last: String(mostShown) })
  if (filters.tenant !== '') where.set('tenant', filters.tenant)
  const [{ requests }, { tenants }] = await Promise.all([
    mock.read<Requests>(`/requests?${where}`),
    mock.read<{ tenants: readonly ListedTenant[] }>('/tenants'),
  ])
  const known = await Promise.all(
    requests.map(async (entry) => ({ entry, parties: await findParties(entry.tenantId, mock) })),
  )
  const wanted = known.filter(({ entry, parties }) => isWanted(entry, filters, parties))
  const key = query.get('request') ?? ''
  const detail = key === '' ? undefined : await readRequest(key, parts)
  return {
    filters,
    tenants: tenants.slice(0, mostTenants),
    requests: wanted.reverse(),
    open: detail && { key, detail },
  }
}
