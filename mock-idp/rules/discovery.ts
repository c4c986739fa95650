import { captured, libraryFixtures } from './evidence.ts'
import { refusal } from './refusals.ts'
import { type TenantName, tenantIsKnown, tenantNameIsValid } from './tenant.ts'

export const pathIsKnown = refusal<{ readonly path: string; readonly nearest: string }>({
  id: 'REQ-PATH',
  title: 'The identity provider serves only the published paths',
  aadsts: 90023,
  status: 404,
  message: ({ path, nearest }) =>
    `Nothing is served at '${path}'. The nearest known path is '${nearest}'.`,
  evidence: captured('github.com/panva/openid-client/issues/175 (status only)'),
  assumed: ['error', 'aadsts'],
  broken: () => true,
})

const discoveryTenantIsKnown = refusal<TenantName>({
  id: 'DISC-TENANT',
  title: 'Only a tenant that exists publishes a discovery document',
  error: 'invalid_tenant',
  aadsts: 90002,
  message: (facts) => tenantIsKnown.message(facts),
  evidence: captured('github.com/james-gould/azure-keyvault-emulator/issues/324'),
  assumed: ['status'],
  broken: ({ tenantFound, isSharedName }) => !tenantFound && !isSharedName,
})

/** A discovery document, or the keys of a tenant. In the order of enforcement. */
export const discoveryTenantRules = [tenantNameIsValid, discoveryTenantIsKnown]

export const instanceIsKnown = refusal<{ readonly instanceFound: boolean }>({
  id: 'DISC-INSTANCE',
  title: 'Instance discovery answers only for hosts of the cloud',
  aadsts: 50049,
  message: () => 'Unknown or invalid instance.',
  evidence: libraryFixtures,
  broken: ({ instanceFound }) => !instanceFound,
})
