import { captured } from './evidence.ts'
import type { RefusalRule } from './rule.ts'

type TenantName = {
  readonly tenantName: string
  readonly isTenantName: boolean
  readonly isSharedName: boolean
  readonly tenantFound: boolean
}

export const tenantNameIsValid: RefusalRule<TenantName> = {
  kind: 'refusal',
  id: 'TENANT-NAME',
  title: 'A tenant is named by its id or a domain name',
  error: 'invalid_request',
  aadsts: 900023,
  status: 400,
  message: ({ tenantName }) =>
    `Specified tenant identifier '${tenantName}' is neither a valid DNS name, nor a valid external domain.`,
  hasErrorPage: true,
  evidence: captured('recorded responses in the test fixtures of a Microsoft client library, 2023'),
  broken: ({ isTenantName }) => !isTenantName,
}

export const tenantIsSpecific: RefusalRule<TenantName> = {
  kind: 'refusal',
  id: 'TENANT-SPECIFIC',
  title: 'Client credentials are used at one particular tenant',
  error: 'invalid_request',
  aadsts: 50059,
  status: 400,
  message: () =>
    'No tenant-identifying information found in either the request or implied by any provided credentials.',
  evidence: captured('github.com/AzureAD/microsoft-identity-web/issues/462'),
  assumed: ['error', 'status'],
  broken: ({ isSharedName }) => isSharedName,
}

export const tenantIsKnown: RefusalRule<TenantName> = {
  kind: 'refusal',
  id: 'TENANT-KNOWN',
  title: 'Tokens are issued only by a tenant that exists',
  error: 'invalid_request',
  aadsts: 90002,
  status: 400,
  message: ({ tenantName }) =>
    `Tenant '${tenantName}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  hasErrorPage: true,
  evidence: captured('public captures of real tenants'),
  broken: ({ tenantFound }) => !tenantFound,
}

export const pathIsKnown: RefusalRule<{ readonly path: string; readonly nearest: string }> = {
  kind: 'refusal',
  id: 'REQ-PATH',
  title: 'Only the published paths are served',
  error: 'invalid_request',
  aadsts: 90023,
  status: 404,
  message: ({ path, nearest }) =>
    `Nothing is served at '${path}'. The nearest known path is '${nearest}'.`,
  evidence: captured('github.com/panva/openid-client/issues/175 (status only)'),
  assumed: ['error', 'aadsts'],
  broken: () => true,
}

export const discoveryTenantIsKnown: RefusalRule<TenantName> = {
  kind: 'refusal',
  id: 'DISC-TENANT',
  title: 'Only a tenant that exists publishes a discovery document',
  error: 'invalid_tenant',
  aadsts: 90002,
  status: 400,
  message: (facts) => tenantIsKnown.message(facts),
  hasErrorPage: true,
  evidence: captured('github.com/james-gould/azure-keyvault-emulator/issues/324'),
  assumed: ['status'],
  broken: ({ tenantFound, isSharedName }) => !tenantFound && !isSharedName,
}

export const instanceIsKnown: RefusalRule<{ readonly instanceFound: boolean }> = {
  kind: 'refusal',
  id: 'DISC-INSTANCE',
  title: 'Instance discovery answers for hosts of the cloud only',
  error: 'invalid_instance',
  aadsts: 50049,
  status: 400,
  message: () => 'Unknown or invalid instance.',
  hasErrorPage: true,
  evidence: captured('recorded responses in the test fixtures of a Microsoft client library, 2023'),
  broken: ({ instanceFound }) => !instanceFound,
}

/** In the order of enforcement. */
export const tenantRules = [
  tenantNameIsValid,
  tenantIsSpecific,
  tenantIsKnown,
  pathIsKnown,
  discoveryTenantIsKnown,
  instanceIsKnown,
] satisfies readonly RefusalRule[]
