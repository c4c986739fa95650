import { captured, libraryFixtures, realTenants } from './evidence.ts'
import { refusal } from './refusals.ts'

export type TenantName = {
  readonly tenantName: string
  readonly isTenantName: boolean
  readonly isSharedName: boolean
  readonly tenantFound: boolean
}

export const tenantNameIsValid = refusal<TenantName>({
  id: 'TENANT-NAME',
  title: 'A request names its tenant by id or domain name',
  aadsts: 900023,
  message: ({ tenantName }) =>
    `Specified tenant identifier '${tenantName}' is neither a valid DNS name, nor a valid external domain.`,
  evidence: libraryFixtures,
  broken: ({ isTenantName }) => !isTenantName,
})

const tenantIsSpecific = refusal<TenantName>({
  id: 'TENANT-SPECIFIC',
  title: 'A request names one specific tenant, or something that leads to it',
  aadsts: 50059,
  message: () =>
    'No tenant-identifying information found in either the request or implied by any provided credentials.',
  evidence: captured('github.com/AzureAD/microsoft-identity-web/issues/462'),
  assumed: ['error', 'status'],
  broken: ({ isSharedName, tenantFound }) => isSharedName && !tenantFound,
})

export const tenantIsKnown = refusal<TenantName>({
  id: 'TENANT-KNOWN',
  title: 'Only a tenant that exists issues tokens',
  aadsts: 90002,
  message: ({ tenantName }) =>
    `Tenant '${tenantName}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  evidence: realTenants,
  broken: ({ tenantFound }) => !tenantFound,
})

/** In the order of enforcement. */
export const tenantRules = [tenantNameIsValid, tenantIsSpecific, tenantIsKnown]
