import type { JournalEntry } from '../../mock-idp/index.ts'
import { assertionClaims, same, tenantNameInPath } from '../request.ts'
import type { Trail } from '../trail.ts'
import { type Breach, ofEachTokenRequest } from './invariant.ts'

type Found = Omit<Breach, 'request'> | undefined

export const oneTenant = ofEachTokenRequest(
  'AUTHORITY-TENANT',
  (request, trail) => unwantedTenant(request, trail) ?? foreignT1(request),
)

function unwantedTenant(request: JournalEntry, { asked }: Trail): Found {
  const tenant = request.tenantId ?? tenantNameInPath(request)
  const wanted = new Set((asked ?? []).map(({ tenantId }) => tenantId.toLowerCase()))
  if (wanted.size === 0 || wanted.has(tenant.toLowerCase())) return undefined
  return {
    message: 'the client sent a request to a tenant that the caller did not name',
    expected: [...wanted].join(' or '),
    actual: tenant,
  }
}

const tenantOfIssuer = /^https:\/\/[^/]+\/([0-9a-f-]{36})\/(?:v2\.0)?$/i

/** The client must redeem T1 in the tenant that issued it. */
export function foreignT1(request: JournalEntry): Found {
  const { iss, sub } = assertionClaims(request) ?? {}
  if (!String(sub).startsWith('/eid1/')) return undefined
  const [, issued] = tenantOfIssuer.exec(String(iss)) ?? []
  if (issued === undefined || request.tenantId === undefined) return undefined
  if (same(issued, request.tenantId)) return undefined
  return {
    message: 'the client presented a T1 of one tenant in another',
    expected: `a T1 issued by ${request.tenantId}`,
    actual: `a T1 issued by ${issued}`,
  }
}
