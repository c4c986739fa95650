import { GuardRefusal } from '../ports/provision-error.ts'
import type { ProvisionRecord } from '../record/record.ts'
import type { ProvisionSettings } from '../settings.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The tenant as it was named, in the command or in the record of an earlier run. */
export function nameTenant(
  settings: Pick<ProvisionSettings, 'graphUrl'> &
    Partial<Pick<ProvisionSettings, 'tenantId' | 'domain'>>,
  record: ProvisionRecord | undefined,
): { readonly tenantId: string; readonly domain: string } {
  const tenantId = (settings.tenantId ?? record?.tenantId)?.toLowerCase()
  const domain = (settings.domain ?? record?.domain)?.toLowerCase()
  if (tenantId === undefined || domain === undefined) {
    throw new GuardRefusal(
      'the tenant is not named by its id and by one of its verified domains',
      'Name both: --tenant ID --domain DOMAIN.',
    )
  }
  if (!guid.test(tenantId)) {
    throw new GuardRefusal(`${tenantId} is not the id of a tenant`, 'Name its GUID.')
  }
  if (record !== undefined) requireSameTarget(record, tenantId, settings.graphUrl)
  return { tenantId, domain }
}

function requireSameTarget(record: ProvisionRecord, tenantId: string, graphUrl: string): void {
  const { tenantId: recorded, graphUrl: recordedUrl } = record
  if (recorded === tenantId && recordedUrl === graphUrl) return
  throw new GuardRefusal(
    `the record is of tenant ${recorded} at ${recordedUrl}, not of ${tenantId} at ${graphUrl}`,
    'Name another file with --out for another tenant, or set AGENTID_GRAPH_URL as it was.',
  )
}
