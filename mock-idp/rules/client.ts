import { captured, documented, inferred, libraryFixtures } from './evidence.ts'
import { refusals } from './refusals.ts'

type Client = {
  readonly clientId: string
  readonly clientName: string
  readonly tenantName: string
  readonly tenantId: string
  readonly isApplicationId: boolean
  readonly clientFound: boolean
  readonly principalFound: boolean
  readonly clientEnabled: boolean
  readonly parentEnabled: boolean
}

/** In the order of enforcement. */
export const clientIdentityRules = refusals<Client>([
  {
    id: 'CLIENT-ID',
    title: 'The client id is a valid application id',
    aadsts: 700038,
    message: ({ clientId }) => `${clientId} is not a valid application identifier.`,
    evidence: captured(
      'calvinchengx/entra-emulator e2e/differential fixtures, 2026-08 (all-zero id)',
    ),
    broken: ({ isApplicationId }) => !isApplicationId,
  },
  {
    id: 'CLIENT-KNOWN',
    title: 'The client exists in the requested tenant',
    aadsts: 700016,
    message: ({ clientId, tenantName }) =>
      `Application with identifier '${clientId}' was not found in the directory '${tenantName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    evidence: libraryFixtures,
    broken: ({ clientFound }) => !clientFound,
  },
  {
    id: 'CLIENT-PRINCIPAL',
    title: 'A blueprint or application has a principal in the requested tenant',
    aadsts: 7000229,
    message: ({ clientId, tenantId }) =>
      `The client application ${clientId} is missing service principal in the tenant ${tenantId}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
    evidence: captured('Microsoft documentation, an error body for ordinary applications'),
    broken: ({ principalFound }) => !principalFound,
  },
  {
    id: 'CLIENT-ENABLED',
    title: 'A disabled client gets no token',
    aadsts: 7000112,
    message: ({ clientId, clientName }) => `Application '${clientId}'(${clientName}) is disabled.`,
    evidence: captured(
      'public captures of the message; the error value is stated by third parties',
    ),
    assumed: ['error', 'status'],
    broken: ({ clientEnabled }) => !clientEnabled,
  },
  {
    id: 'CLIENT-PARENT-ENABLED',
    title: 'An agent identity whose blueprint is disabled gets no token',
    aadsts: 7000112,
    message: ({ clientId, clientName }) => `Application '${clientId}'(${clientName}) is disabled.`,
    evidence: documented(
      'MicrosoftDocs/entra-docs docs/agent-id/agent-blueprint.md: the agent identities of a disabled blueprint stop authenticating',
    ),
    answerEvidence: inferred('the usual answer to a disabled client'),
    broken: ({ parentEnabled }) => !parentEnabled,
  },
])
