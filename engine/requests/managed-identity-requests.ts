import type { Directory } from '../cast/directory.ts'
import type { WireRequest } from './wire-request.ts'

/** The `X-IDENTITY-HEADER` of a sandbox is the id of its tenant, so that each scenario has its own. */
export function managedIdentityRequest(
  directory: Directory,
  source: 'imds' | 'appService',
  scope: string,
): WireRequest {
  const tenantId = directory.tenantId('Contoso')
  const resource = scope.replace(/\/\.default$/, '')
  const endpoint =
    source === 'imds'
      ? { path: `/${tenantId}/metadata/identity/oauth2/token`, headers: { metadata: 'true' } }
      : { path: '/msi/token', headers: { 'x-identity-header': tenantId } }
  const version = source === 'imds' ? '2018-02-01' : '2019-08-01'
  return {
    method: 'GET',
    ...endpoint,
    parameters: [
      ['api-version', version],
      ['resource', resource],
    ],
  }
}
