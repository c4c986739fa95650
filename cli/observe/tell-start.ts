import type { KnownTenant } from './observed-mock.ts'
import type { ApplicationVariables } from './program-environment.ts'

const azure = 'AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET'

/** Whom the program is told to be. */
export function describeStart(
  application: ApplicationVariables,
  first: Pick<KnownTenant, 'displayName' | 'tenantId'> | undefined,
): string {
  const whose = `of the tenant ${first?.displayName} (${first?.tenantId}) of the mock`
  if (application === 'kept') {
    return `AZURE_TENANT_ID names a tenant of the mock: your AZURE_* variables are kept; AGENTID_* are those ${whose}`
  }
  const why = application === 'replaced' ? '; yours named a tenant that the mock does not know' : ''
  return `${azure} and AGENTID_* are those ${whose}${why}`
}

/** How it ended, which is no part of the verdict. */
export function describeEnd(exitCode: number | null, signal: string | null): string {
  return signal === null
    ? `the program exited with code ${exitCode}`
    : `the program was ended by ${signal}`
}
