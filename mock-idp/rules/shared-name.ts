import { captured } from './evidence.ts'
import { refusals } from './refusals.ts'

type SharedName = {
  readonly clientId: string
  readonly clientName: string
  readonly isSharedName: boolean
  readonly isForManyTenants: boolean
}

/** Who may come under a name that means every tenant, in the order of enforcement. */
export const sharedNameRules = refusals<SharedName>([
  {
    id: 'CLIENT-MULTITENANT',
    title: 'Only a client that many tenants may use comes by common or organizations',
    aadsts: 50194,
    message: ({ clientId, clientName }) =>
      `Application '${clientId}'(${clientName}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such applications created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
    evidence: captured('github.com/microsoftgraph/aspnetcore-connect-sample/issues/65 (2020-12)'),
    assumed: ['status'],
    broken: ({ isSharedName, isForManyTenants }) => isSharedName && !isForManyTenants,
  },
])
