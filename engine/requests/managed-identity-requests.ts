import type { Directory } from '../cast/directory.ts'
import type { WireRequest } from './wire-request.ts'

/**
 * The `X-IDENTITY-HEADER` of a sandbox is the id of its tenant, so that each scenario has its own. A live target has
 * the endpoint of App Service that its variables name.
 */
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
      : appService(directory)
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

function appService(directory: Directory) {
  const { url, header } = directory.identityEndpoint() ?? {
    url: '/msi/token',
    header: directory.tenantId('Contoso'),
  }
  return { path: url, headers: { 'x-identity-header': header } }
}
