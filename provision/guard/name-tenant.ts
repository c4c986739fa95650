import { GuardRefusal } from '../ports/provision-error.ts'
import type { ProvisionRecord } from '../record/record.ts'
import type { ProvisionSettings } from '../settings.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The tenant that the command or the record of an earlier run names. */
export function nameTenant(
  settings: Pick<ProvisionSettings, 'graphUrl'> &
    Partial<Pick<ProvisionSettings, 'tenantId' | 'domain'>>,
  record: ProvisionRecord | undefined,
): { readonly tenantId: string; readonly domain: string } {
  const tenantId = (settings.tenantId ?? record?.tenantId)?.toLowerCase()
  const domain = (settings.domain ?? record?.domain)?.toLowerCase()
  if (tenantId === undefined || domain === undefined) {
    throw new GuardRefusal(
      'you must name the tenant by its id and by one of its verified domains',
      'Pass both: --tenant ID --domain DOMAIN.',
    )
  }
  if (!guid.test(tenantId)) {
    throw new GuardRefusal(`the id of the tenant must be a GUID, not ${tenantId}`, 'Pass its GUID.')
  }
  if (record !== undefined) requireSameTarget(record, tenantId, settings.graphUrl)
  return { tenantId, domain }
}

function requireSameTarget(record: ProvisionRecord, tenantId: string, graphUrl: string): void {
  const { tenantId: recorded, graphUrl: recordedUrl } = record
  if (recorded === tenantId && recordedUrl === graphUrl) return
  throw new GuardRefusal(
    `the record belongs to tenant ${recorded} at ${recordedUrl}, not to ${tenantId} at ${graphUrl}`,
    'For another tenant, name another file with --out. For the same one, set AGENTID_GRAPH_URL as it was.',
  )
}
