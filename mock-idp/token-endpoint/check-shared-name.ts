import { enforce } from '../answers/enforce.ts'
import { isForManyTenants } from '../directory/application.ts'
import { isSharedName } from '../directory/tenant-name.ts'
import { sharedNameRules } from '../rules/shared-name.ts'
import type { Client } from './find-client.ts'
import type { TenantSession } from './session.ts'

/** @throws {Refusal} under CLIENT-MULTITENANT */
export function checkSharedName(client: Client, { request, examination }: TenantSession): void {
  const { appId, displayName } = client.principal
  enforce(
    sharedNameRules,
    {
      clientId: appId,
      clientName: displayName,
      isSharedName: isSharedName(request.tenantName ?? ''),
      isForManyTenants: 'application' in client && isForManyTenants(client.application),
    },
    examination,
  )
}
