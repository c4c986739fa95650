import type { KnownTenant } from './observed-mock.ts'
import type { ApplicationVariables } from './program-environment.ts'

const azure = 'AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET'

/** Which client the variables of the program name. */
export function describeStart(
  application: ApplicationVariables,
  first: Pick<KnownTenant, 'displayName' | 'tenantId'> | undefined,
): string {
  const whose = `a client of ${first?.displayName}, the tenant ${first?.tenantId} of the mock`
  if (application === 'kept') {
    return `AZURE_TENANT_ID names a tenant of the mock, so AZURE_* stay unchanged; AGENTID_* name ${whose}`
  }
  const told = `${azure} and AGENTID_* name ${whose}`
  return application === 'replaced'
    ? `${told}, because the mock does not know the tenant in your AZURE_TENANT_ID`
    : told
}

/** How it ended, which is no part of the verdict. */
export function describeEnd(exitCode: number | null, signal: string | null): string {
  return signal === null
    ? `the program exited with code ${exitCode}`
    : `${signal} ended the program`
}
