import { captured, documented, emulatorFixtures, libraryFixtures, thirdParty } from './evidence.ts'
import { refusals } from './refusals.ts'

type Scope = {
  readonly scope: string
  readonly resourceNames: readonly string[]
  readonly isDefaultScope: boolean
}
type Resource = {
  readonly resourceName: string
  readonly tenantName: string
  readonly resourceFound: boolean
  readonly resourceEnabled: boolean
}
type Access = {
  readonly clientId: string
  readonly clientName: string
  readonly resourceAppId: string
  readonly resourceDisplayName: string
  readonly isBlueprint: boolean
  readonly isExchange: boolean
  readonly isGraph: boolean
  readonly hasFmiPath: boolean
  readonly assignmentMissing: boolean
  readonly isItselfNamedByUri: boolean
}

/** In the order of enforcement: a list for each look at a request. */
export const resourceRules = {
  scope: refusals<Scope>([
    {
      id: 'SCOPE-SINGLE',
      title: 'A client credentials scope names one resource',
      aadsts: 70011,
      message: ({ scope }) =>
        `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
      evidence: captured(
        'github.com/AzureAD/microsoft-authentication-library-for-js/issues/6069; status: test fixtures of a Microsoft client library',
      ),
      broken: ({ resourceNames }) => resourceNames.length > 1,
    },
    {
      id: 'SCOPE-DEFAULT',
      title: 'A client credentials scope is the .default scope of its resource',
      aadsts: 1002012,
      message: ({ scope }) =>
        `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
      evidence: libraryFixtures,
      broken: ({ isDefaultScope }) => !isDefaultScope,
    },
  ]),
  resource: refusals<Resource>([
    {
      id: 'RESOURCE-KNOWN',
      title: 'The tenant knows the requested resource',
      aadsts: 500011,
      message: ({ resourceName, tenantName }) =>
        `The resource principal named ${resourceName} was not found in the tenant named ${tenantName}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
      evidence: emulatorFixtures,
      broken: ({ resourceFound }) => !resourceFound,
    },
    {
      id: 'RESOURCE-ENABLED',
      title: 'A disabled resource gets no tokens',
      aadsts: 500014,
      message: ({ resourceName }) =>
        `The service principal for resource '${resourceName}' is disabled. This indicate that a subscription within the tenant has lapsed, or that the administrator for this tenant has disabled the application, preventing tokens from being issued for it.`,
      evidence: documented(
        'Microsoft Learn, SharePoint: Microsoft Forms shows "Sorry, something went wrong": AADSTS500014 prevents tokens for a disabled resource',
      ),
      answerEvidence: thirdParty('f-bader/EntraID-ErrorCodes, texts of the error pages, 2025-09'),
      assumed: ['error', 'status'],
      broken: ({ resourceFound, resourceEnabled }) => resourceFound && !resourceEnabled,
    },
  ]),
  access: refusals<Access>([
    {
      id: 'SCOPE-FMI-PATH',
      title: 'A blueprint that names an agent identity requests the token exchange',
      aadsts: 70066,
      message: () =>
        'The parameter fmi_path goes with the scope of the token exchange and with no other.',
      evidence: thirdParty(
        'a public guide to agent identities on AKS and Azure Functions, which names the number alone; it is asked before 82001',
      ),
      assumed: ['error', 'status'],
      broken: ({ isBlueprint, isExchange, hasFmiPath }) => isBlueprint && hasFmiPath && !isExchange,
    },
    {
      id: 'RESOURCE-BLUEPRINT',
      title: 'A blueprint gets tokens only for the token exchange and Microsoft Graph',
      aadsts: 82001,
      message: ({ clientId, resourceAppId }) =>
        `Agentic application '${clientId}' is not permitted to request app-only tokens for resource '${resourceAppId}'.`,
      evidence: captured('several public captures of real tenants'),
      broken: ({ isBlueprint, isExchange, isGraph }) => isBlueprint && !isExchange && !isGraph,
    },
    {
      id: 'RESOURCE-SELF',
      title: 'A client that requests a token for itself uses its id as the resource',
      aadsts: 90009,
      message: ({ clientId, clientName }) =>
        `Application '${clientId}'(${clientName}) is requesting a token for itself. This scenario is supported only if resource is specified using the GUID based App Identifier.`,
      evidence: documented(
        'learn.microsoft.com/entra/identity-platform/reference-error-codes; error and status captured in other grants',
      ),
      assumed: ['error', 'status'],
      broken: ({ isItselfNamedByUri }) => isItselfNamedByUri,
    },
    {
      id: 'RESOURCE-ASSIGNED',
      title: 'A resource that requires assignment is open only to clients with one of its roles',
      aadsts: 501051,
      message: ({ clientId, clientName, resourceAppId, resourceDisplayName }) =>
        `Application '${clientId}'(${clientName}) is not assigned to a role for the application '${resourceAppId}'(${resourceDisplayName}).`,
      evidence: captured('public captures of real tenants; doc.nais.io, Entra ID trouble-shooting'),
      broken: ({ assignmentMissing }) => assignmentMissing,
    },
  ]),
}
