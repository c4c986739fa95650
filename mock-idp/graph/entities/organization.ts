import type { GraphCall, JsonObject } from '../call/graph-call.ts'
import { must } from '../call/named-objects.ts'
import { get, type Operation } from '../call/operation.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'
import { listRecords } from '../show/list-records.ts'
import { dateTime } from '../show/property-table.ts'

/** The tenant itself: its verified domains and its licences, of which the mock has none. */
export const organizationOperations: readonly Operation[] = [
  get('organization', (call) => {
    authorize(call, permissions.readOrganization)
    return listRecords(call, { context: 'organization', records: [organization(call)] })
  }),
  get('organization/{id}', (call) => {
    authorize(call, permissions.readOrganization)
    const { id = '' } = call.ids
    const isOwn = id.toLowerCase() === call.tenant.id
    return { status: 200, body: must(call, id, isOwn ? organization(call) : undefined) }
  }),
  get('domains', (call) => {
    authorize(call, permissions.readDomain)
    return listRecords(call, { context: 'domains', records: domains(call) })
  }),
  get('domains/{id}', (call) => {
    authorize(call, permissions.readDomain)
    const { id = '' } = call.ids
    return {
      status: 200,
      body: must(
        call,
        id,
        domains(call).find((one) => one.id === id.toLowerCase()),
      ),
    }
  }),
  get('subscribedSkus', (call) => {
    authorize(call, permissions.readLicences)
    return listRecords(call, { context: 'subscribedSkus', records: [] })
  }),
]

function organization({ tenant }: GraphCall): JsonObject {
  return {
    id: tenant.id,
    deletedDateTime: null,
    createdDateTime: dateTime(tenant.createdMs),
    displayName: tenant.displayName,
    tenantType: 'AAD',
    verifiedDomains: tenant.domains.map((name, at) => ({
      capabilities: 'Email, OfficeCommunicationsOnline',
      isDefault: at === 0,
      isInitial: at === 0,
      name,
      type: 'Managed',
    })),
  }
}

function domains({ tenant }: GraphCall): JsonObject[] {
  return tenant.domains.map((id, at) => ({
    id,
    authenticationType: 'Managed',
    isAdminManaged: true,
    isDefault: at === 0,
    isInitial: at === 0,
    isRoot: true,
    isVerified: true,
    supportedServices: ['Email', 'OfficeCommunicationsOnline'],
  }))
}
